package org.jacobean.autodiff.reading;

import java.util.List;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.graph.Node;

/**
 * Complex arithmetic on a graph. Its functions are written down here and owe nothing to the rules,
 * so that a complex step is a check of them.
 */
final class ComplexAlgebra implements Algebra<Complex> {
  private static final Complex ONE = new Complex(1, 0);

  @Override
  public Complex constant(double value) {
    return new Complex(value, 0);
  }

  @Override
  public Complex apply(Node node, List<Complex> arguments) {
    Complex a = arguments.get(0);
    Complex b = arguments.size() > 1 ? arguments.get(1) : ONE;
    Complex c = arguments.size() > 2 ? arguments.get(2) : ONE;
    return switch (node.operation()) {
      case "add" -> a.plus(b);
      case "sub" -> a.minus(b);
      case "mul" -> a.times(b);
      case "div" -> a.over(b);
      case "neg" -> a.negate();
      case "fma" -> a.times(b).plus(c);
      case "cast", "nextUp", "nextDown", "nextAfter" -> new Complex(node.value(), a.im());
      case "rem", "IEEEremainder" -> a.minus(b.scale(Math.rint((a.re() - node.value()) / b.re())));
      case "scalb" -> a.scale(Math.scalb(1.0, (int) b.re()));
      case "toRadians" -> a.scale(Math.PI / 180);
      case "toDegrees" -> a.scale(180 / Math.PI);
      default -> elementary(node, a, b, c);
    };
  }

  private static Complex elementary(Node node, Complex a, Complex b, Complex c) {
    return switch (node.operation()) {
      case "exp" -> a.exp();
      case "expm1" -> a.expm1();
      case "log" -> a.log();
      case "log1p" -> a.log1p();
      case "log10" -> a.log().scale(1 / Math.log(10));
      case "sin" -> a.sin();
      case "cos" -> a.cos();
      case "tan" -> a.tan();
      case "asin" -> a.asin();
      case "acos" -> a.acos();
      case "atan" -> a.atan();
      case "sinh" -> a.sinh();
      case "cosh" -> a.cosh();
      case "tanh" -> a.tanh();
      case "sqrt" -> a.sqrt();
      case "cbrt" -> a.cbrt();
      case "pow" -> a.pow(b);
      case "hypot" -> a.times(a).plus(b.times(b)).sqrt();
      case "atan2" -> atan2(a, b);
      default -> piecewise(node, a, b, c);
    };
  }

  private static Complex atan2(Complex y, Complex x) {
    double angle = Math.atan2(y.re(), x.re());
    Complex p = Math.abs(x.re()) > Math.abs(y.re()) ? y.over(x).atan() : x.over(y).atan().negate();
    return new Complex(angle, p.im());
  }

  /** Functions made of analytic pieces: the piece at the real part. */
  private static Complex piecewise(Node node, Complex a, Complex b, Complex c) {
    return switch (node.operation()) {
      case "abs" -> a.re() < 0 ? a.negate() : a;
      case "max" -> a.re() >= b.re() ? a : b;
      case "min" -> a.re() <= b.re() ? a : b;
      case "clamp" -> a.re() < b.re() ? b : a.re() > c.re() ? c : a;
      case "copySign" -> Math.copySign(1, a.re()) == Math.copySign(1, b.re()) ? a : a.negate();
      case "signum", "floor", "ceil", "rint", "ulp" -> new Complex(node.value(), 0);
      default -> throw new EngineFault("There is no complex `" + node.operation() + "`");
    };
  }
}
