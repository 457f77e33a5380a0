package org.jacobean.autodiff.trace;

import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jacobean.autodiff.trace.contract.Refusal;
import org.jacobean.autodiff.trace.contract.Solutions;
import org.jacobean.autodiff.trace.copy.Copier;
import org.jacobean.autodiff.trace.copy.Draws;
import org.jacobean.autodiff.trace.rewrite.World;
import org.jspecify.annotations.Nullable;

/** Runs a function plainly and traced, for one choice of active parameters. */
final class Tracer {
  private static final String LIMIT = "jacobean.tape.operations";

  private static final System.Logger LOG = System.getLogger("org.jacobean.autodiff");

  private final Set<String> remarks = ConcurrentHashMap.newKeySet();
  final Signature signature;
  final boolean[] active;
  private final Worlds worlds;
  private final MethodHandle plain;
  private final Map<World, MethodHandle> traced = Collections.synchronizedMap(new WeakHashMap<>());

  Tracer(Worlds worlds, Signature signature, boolean[] active) {
    this.worlds = worlds;
    this.signature = signature;
    this.active = active;
    plain = Calls.handle(signature.target().owner(), signature.target());
  }

  /** Says each remark of the traces of this function once. */
  private void remark(Recorder tape) {
    for (String w : tape.warnings()) {
      if (remarks.add(w)) {
        LOG.log(System.Logger.Level.WARNING, w);
      }
    }
  }

  /** Most operations of a trace: as set, or what half the heap holds, with adjoints. */
  private static int limit() {
    long half = Runtime.getRuntime().maxMemory() / 2 / 32;
    return Integer.getInteger(LIMIT, (int) Math.min(1 << 28, half));
  }

  /** What is done with a tape before the world is given back. */
  interface Use {
    void tape(Recorder tape, Inputs inputs, @Nullable Object result);
  }

  /** What is done with the copied arguments before they are used. */
  interface Preparation {
    void arguments(@Nullable Object[] args, Recorder tape);
  }

  /** One traced run; tangents by leaf if not null. */
  void trace(Frame frame, @Nullable Tangents tangents, Use use) {
    trace(frame, tangents, (args, tape) -> {}, use);
  }

  void trace(Frame frame, @Nullable Tangents tangents, Preparation preparation, Use use) {
    Worlds.Place place = worlds.take();
    Recorder tape = place.world().recorder();
    tape.begin(limit(), tangents != null);
    Deque<double[]> outer = Solutions.begin();
    try {
      Copier copier = new Copier(place.world(), worlds.table(), place.statics());
      place.statics().begin(copier);
      Class<?> owner = copier.counterpart(signature.target().owner());
      place.statics().reach(owner);
      Inputs inputs = new Inputs(this, frame, tape, copier, tangents);
      Object[] args = inputs.traced();
      preparation.arguments(args, tape);
      Draws draws = worlds.table().draws() ? Draws.read() : null;
      Object expected = Calls.run(plain, Inputs.plain(signature, frame, active));
      if (draws != null) draws.rewind(tape);
      Object result = traced(place.world(), owner, args, tape);
      Verification.same(signature, expected, result, tape);
      Results.keep(signature, frame, expected);
      remark(tape);
      use.tape(tape, inputs, result);
    } catch (Refusal e) {
      throw Failures.of(e, null, signature);
    } finally {
      Solutions.end(outer);
      tape.end();
      place.statics().end();
      worlds.giveBack(place);
    }
  }

  private @Nullable Object traced(World world, Class<?> owner, Object[] args, Recorder tape) {
    MethodHandle h = traced.get(world);
    if (h == null) {
      h = Calls.handle(owner, signature.target());
      traced.put(world, h);
    }
    try {
      Object result = h.invoke(args);
      Refusal swallowed = tape.refusal();
      if (swallowed != null) {
        throw swallowed;
      }
      return result;
    } catch (Throwable e) {
      throw Failures.of(e, tape.refusal(), signature);
    }
  }
}
