package org.jacobean.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jacobean.autodiff.compile.CompiledTier;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.tier.Sweep;
import org.jacobean.autodiff.tier.Tier;
import org.jacobean.autodiff.trace.TracingTier;

/** The ways of differentiating, tried in this order until one does not refuse. */
record Tiers(List<Tier> tiers) {
  static final Tiers ALL = new Tiers(List.of(new CompiledTier(), new TracingTier()));

  /** A sweep and why it is this tier's: the refusals of those before it. */
  record Choice(Sweep sweep, Tier tier, List<NotDifferentiable> refusals) {
    String explain() {
      StringBuilder s = new StringBuilder("tier: ").append(tier.name());
      for (NotDifferentiable r : refusals) s.append("\nbecause ").append(r.getMessage());
      return s.toString();
    }
  }

  /** Asks each tier in turn, or only the one named by the system property jacobean.tier. */
  Choice choose(Function<Tier, Sweep> make) {
    String told = System.getProperty("jacobean.tier");
    List<NotDifferentiable> refusals = new ArrayList<>();
    for (Tier t : tiers) {
      if (told != null && !told.equals(t.name())) continue;
      try {
        return new Choice(make.apply(t), t, List.copyOf(refusals));
      } catch (NotDifferentiable e) {
        refusals.add(e);
      }
    }
    if (refusals.isEmpty())
      throw new BadArgument(
          "There is no tier " + told + " (jacobean.tier): use compiled or tracing");
    throw refusals.get(0);
  }
}
