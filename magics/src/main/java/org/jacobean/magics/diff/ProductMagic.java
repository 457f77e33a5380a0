package org.jacobean.magics.diff;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** What the magics that multiply a derivative with a vector have in common. */
abstract class ProductMagic implements Magic {

  /** A product and how it came about. */
  record Product(double[] vector, String mode, String engine) {}

  /** How long the vector after {@code along} is. */
  abstract int length(Flat at);

  abstract Product product(Flat at, double[] along);

  /** What is shown, such as {@code J·v}. */
  abstract String title();

  final MagicSpec spec(String name, String summary, String example, String help) {
    return new MagicSpec(
        name,
        Set.of(MagicSpec.Form.LINE),
        summary,
        List.of(example, "%" + name + " f at x=1, y=2 along (1, 1)"),
        List.of(Asking.AT, Asking.WRT, Along.ALONG),
        help,
        ProductResult.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(
        given,
        subject,
        () -> {
          Flat at = Flat.of(call.notebook(), given, subject);
          double[] along = Along.read(call, given, length(at));
          return measured(at, along);
        });
  }

  private ProductResult measured(Flat at, double[] along) {
    Product product = product(at, along);
    double micros = Clock.micros(() -> product(at, along));
    String effort =
        String.format(
            Locale.ROOT, "%s; %.3g µs a time, %s", product.mode(), micros, product.engine());
    String caption =
        title() + " of " + Naming.point(at.subject()) + " along " + GradientLook.vector(along);
    return new ProductResult(caption, names(at, product.vector().length), product.vector(), effort);
  }

  /** What the product's entries stand for. */
  List<String> names(Flat at, int length) {
    return at.names();
  }

  /** The function's results by number. */
  static List<String> results(Flat at, int length) {
    String f = Naming.symbol(at.subject());
    return IntStream.range(0, length).mapToObj(i -> f + "[" + i + "]").toList();
  }

  /** The first line of what the engine says of itself. */
  static String tier(String explanation) {
    return explanation.lines().findFirst().orElse("");
  }
}
