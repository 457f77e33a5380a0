package org.jacobean.autodiff.trace;

import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.tier.Sweep;
import org.jacobean.autodiff.tier.Tier;
import org.objectweb.asm.Type;

/** Derivatives from a trace of the run: the tier for everything. */
public final class TracingTier implements Tier {
  /** Worlds are expensive to warm up, so all functions share them; made when first traced. */
  private static final class Shared {
    static final Worlds WORLDS = new Worlds();
  }

  @Override
  public String name() {
    return "tracing";
  }

  @Override
  public Sweep reverse(Signature signature, boolean[] active) {
    Tracer tracer = tracer(signature, active);
    return frame -> Sweeps.reverse(tracer, frame);
  }

  @Override
  public Sweep forward(Signature signature, boolean[] active, int tangents) {
    Tracer tracer = tracer(signature, active);
    return frame -> Sweeps.forward(tracer, frame, tangents);
  }

  @Override
  public Sweep forwardOverReverse(Signature signature, boolean[] active, int tangents) {
    Tracer tracer = tracer(signature, active);
    return frame -> Sweeps.forwardOverReverse(tracer, frame, tangents);
  }

  static Tracer tracer(Signature signature, boolean[] active) {
    NanPayloads.check();
    for (int i = 0; i < active.length; i++) {
      if (active[i]) {
        refuseFloats(signature, signature.leaves().get(i));
      }
    }
    return new Tracer(Shared.WORLDS, signature, active.clone());
  }

  private static void refuseFloats(Signature s, Leaf l) {
    if (l.value()) {
      throw new NotDifferentiable(
          "the parameter " + l.name() + " of type " + l.type().getClassName(),
          s.target().source(),
          0,
          "the tracing tier follows numbers only",
          "write the function so that the compiled tier takes it");
    }
    Type t = l.type().getSort() == Type.ARRAY ? l.type().getElementType() : l.type();
    if (t.getSort() == Type.FLOAT) {
      throw new NotDifferentiable(
          "the parameter " + l.name() + " of type " + l.type().getClassName(),
          s.target().source(),
          0,
          "a float has no room for the place of an active value",
          "make it double");
    }
  }
}
