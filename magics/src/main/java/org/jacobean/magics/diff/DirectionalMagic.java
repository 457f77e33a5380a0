package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.DirectionalDerivative;
import org.jacobean.display.live.Axis;
import org.jacobean.display.live.DirectionalDial;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %directional}: the derivative along a direction. */
public final class DirectionalMagic extends ProductMagic {
  private static final MagicSpec.Option LIVE =
      new MagicSpec.Option(
          "live", "", "A dial: turn the direction, drag the point; two variables.");

  @Override
  public MagicSpec spec() {
    return lively(
        spec(
            "directional",
            "Shows the rate at which a function changes along a direction.",
            "%directional f(1, 2) along (1, 1)",
            "Gradient times direction. The direction is taken as it is: for the slope per unit of length give it length 1. With `live` the direction is turned by hand and always has length 1."));
  }

  /** The ordinary one with an option more. */
  private static MagicSpec lively(MagicSpec plain) {
    List<String> examples = new ArrayList<>(plain.usage());
    examples.add("%directional f(1, 2) live");
    List<MagicSpec.Option> options = new ArrayList<>(plain.options());
    options.add(LIVE);
    return new MagicSpec(
        plain.name(),
        plain.forms(),
        plain.summary(),
        examples,
        options,
        plain.help(),
        plain.result());
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    if (!given.has(LIVE.word())) {
      return super.run(call);
    }
    Subject subject = Asking.atPoint(call, given);
    List<Subject.Parameter> parameters = subject.parameters();
    if (parameters.size() != 2 || !parameters.stream().allMatch(Subject.Parameter::real)) {
      throw given.mistake(
          "live draws functions of two real variables, and %s has %s"
              .formatted(subject.title(), Missing.counted(parameters.size(), "parameter")));
    }
    double[] along = {1, 0};
    if (given.has(Along.ALONG.word())) {
      along = Along.read(call, given, 2);
    }
    double angle = Math.toDegrees(Math.atan2(along[1], along[0]));
    return Trouble.told(given, subject, () -> LiveViews.alone(call, dial(subject, angle)));
  }

  private static DirectionalDial dial(Subject subject, double angle) {
    double[] point =
        subject.parameters().stream()
            .mapToDouble(p -> p.value() instanceof Number n ? n.doubleValue() : 0)
            .toArray();
    List<String> names = subject.parameters().stream().map(Subject.Parameter::name).toList();
    List<Axis> axes = Axis.around(names, point);
    return LiveViews.dial(subject, axes, point, angle);
  }

  @Override
  String title() {
    return "Directional derivative";
  }

  @Override
  int length(Flat at) {
    return at.point().length;
  }

  @Override
  List<String> names(Flat at, int length) {
    return List.of(Naming.symbol(at.subject()));
  }

  @Override
  Product product(Flat at, double[] along) {
    DirectionalDerivative derivative = Diff.directional(at.target());
    double[] rate = {derivative.at(at.point(), along)};
    return new Product(rate, "one forward sweep", tier(derivative.explain()));
  }
}
