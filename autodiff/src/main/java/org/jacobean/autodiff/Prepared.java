package org.jacobean.autodiff;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.tier.Sweep;
import org.jacobean.autodiff.tier.Tier;
import org.jspecify.annotations.Nullable;

/** A function made ready for one kind of sweep, with a frame kept from run to run. */
final class Prepared {
  final Signature signature;
  final boolean[] active;
  final int tangents;
  private final Tiers.Choice choice;
  private final AtomicReference<@Nullable Frame> spare = new AtomicReference<>();

  Prepared(Signature signature, boolean[] active, int tangents, Function<Tier, Sweep> make) {
    this.signature = signature;
    this.active = active;
    this.tangents = tangents;
    this.choice = Tiers.ALL.choose(make);
  }

  static Prepared reverse(Signature s, boolean[] active) {
    return new Prepared(s, active, 1, t -> t.reverse(s, active));
  }

  static Prepared forward(Signature s, boolean[] active, int tangents) {
    return new Prepared(s, active, tangents, t -> t.forward(s, active, tangents));
  }

  static Prepared forwardOverReverse(Signature s, boolean[] active, int tangents) {
    return new Prepared(s, active, tangents, t -> t.forwardOverReverse(s, active, tangents));
  }

  /** A frame with captured values in place; give it back when done. */
  Frame take() {
    Frame f = spare.getAndSet(null);
    if (f != null) return f;
    // forward over reverse has the plain adjoints too, in a last group of its own
    f = new Frame(signature.leaves().size(), Math.max(1, signature.results().size()), tangents + 1);
    for (int i = 0; i < signature.bound(); i++)
      signature.put(f, i, signature.target().captured().get(i));
    return f;
  }

  void giveBack(Frame f) {
    spare.set(f);
  }

  void run(Frame f) {
    choice.sweep().run(f);
  }

  String explain() {
    return choice.explain();
  }

  /** Puts the arguments the function is called with into a frame. */
  void put(Frame f, @Nullable Object... args) {
    int free = signature.names().size() - signature.bound();
    if (args.length != free)
      throw new BadArgument(
          "`"
              + signature.target().source()
              + "` takes "
              + free
              + " arguments "
              + signature.names().subList(signature.bound(), signature.names().size())
              + ", and got "
              + args.length);
    for (int i = 0; i < free; i++) signature.put(f, signature.bound() + i, args[i]);
    for (int i = 0; i < signature.leaves().size(); i++) check(f, i);
  }

  private void check(Frame f, int i) {
    Leaf l = signature.leaves().get(i);
    Object v = f.refs[i];
    if (l.parameter() < signature.bound() || l.number()) return;
    if (v == null) {
      if (active[i])
        throw new BadArgument("`" + l.name() + "` is null, and the derivative is taken by it");
    } else if (!Arguments.fits(l.type(), v)) {
      throw new BadArgument(
          "`"
              + l.name()
              + "` needs a "
              + l.type().getClassName()
              + ", and got a "
              + v.getClass().getSimpleName());
    }
  }
}
