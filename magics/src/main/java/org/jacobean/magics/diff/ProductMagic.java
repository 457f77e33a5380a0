package org.jacobean.magics.diff;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

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
  public Object run(MagicCall call) throws Exception {
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
    product(at, along);
    long start = System.nanoTime();
    Product product = product(at, along);
    double micros = (System.nanoTime() - start) / 1e3;
    String effort =
        String.format(
            Locale.ROOT, "%s; %.3g µs a time, %s", product.mode(), micros, product.engine());
    String caption =
        title() + " of " + Naming.point(at.subject()) + " along " + GradientLook.vector(along);
    return new ProductResult(caption, names(at, product), product.vector(), effort);
  }

  private static List<String> names(Flat at, Product product) {
    return product.vector().length == at.names().size()
        ? at.names()
        : IntStream.range(0, product.vector().length).mapToObj(i -> "[" + i + "]").toList();
  }

  /** The first line of what the engine says of itself. */
  static String tier(String explanation) {
    return explanation.lines().findFirst().orElse("");
  }
}
