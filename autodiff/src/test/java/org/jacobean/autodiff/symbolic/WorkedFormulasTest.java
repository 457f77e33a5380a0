package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives come out as they stand in a book. */
class WorkedFormulasTest {

  @ParameterizedTest(name = "d/d{1} {0} = {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "x^2*y + 3*y; x; 2xy",
        "x^2*y + 3*y; y; x² + 3",
        "3*x^2; x; 6x",
        "(x^2 + 5)^3; x; 6x(x² + 5)²",
        "3*x^2 + 2*x*y + y^2; x; 6x + 2y",
        "3*x^2 + 2*x*y + y^2; y; 2x + 2y",
        "3*x^2 + 2*y; x; 6x",
        "x1^2 + 3*x1*x2 + x2^3; x1; 2x1 + 3x2",
        "x1^2 + 3*x1*x2 + x2^3; x2; 3x1 + 3x2²",
        "(y - (w*x + b))^2; w; −2x(y − (wx + b))",
        "(y - (w*x + b))^2; b; −2(y − (wx + b))",
        "(3 - 2*w - b)^2; w; −4(3 − 2w − b)",
        "(3 - 2*w - b)^2; b; −2(3 − 2w − b)",
        "w[0]^2 + w[1]^2 + w[2]^2; w[1]; 2w[1]",
        "0.4*x^4 - 2*x^2 + 0.5*x + 2; x; 1.6x³ − 4x + 0.5",
        "ln(e^z1 + e^z2 + e^z3) - z2; z1; e^z1/(e^z1 + e^z2 + e^z3)",
        "ln(e^z1 + e^z2 + e^z3) - z2; z2; e^z2/(e^z1 + e^z2 + e^z3) − 1",
        "-ln(e^z1/(e^z1 + e^z2)); z2; e^z2/(e^z1 + e^z2)",
        "e^z1/(e^z1 + e^z2); z1; e^(z1 + z2)/(e^z1 + e^z2)²",
        "x*y*(x^2 - y^2)/(x^2 + y^2); x; y(x⁴ + 4x²y² − y⁴)/(x² + y²)²",
        "max(0, x); x; 1 if x > 0, else 0",
        "max(x, 0); x; 1 if x > 0, else 0",
        "x < 0 ? 0 : x; x; 0 if x < 0, else 1",
        "abs(x); x; sgn(x)",
        "sin(x)*cos(x); x; cos²(x) − sin²(x)",
        "sin(x)/cos(x); x; 1/cos²(x)",
        "x*sin(x^2); x; sin(x²) + 2x²·cos(x²)",
        "x/(x^2 + 1); x; (1 − x²)/(x² + 1)²",
        "ln(x)/x; x; (1 − ln(x))/x²",
        "1/(1 + e^(-x)); x; e^(−x)/(1 + e^(−x))²",
        "e^(-x^2/2); x; −x·e^(−x²/2)",
        "sqrt(x); x; 1/(2√x)",
        "sqrt(x^2 + y^2); x; x/√(x² + y²)",
        "x^x; x; x^x + x^x·ln(x)",
        "2^x; x; 2^x·ln(2)",
        "x^3/3; x; x²",
        "100*(y - x^2)^2 + (1 - x)^2; x; −400x(y − x²) − 2(1 − x)",
        "(x^2 + y^2 - 25)^2 + x*y; x; 4x(x² + y² − 25) + y",
        "x^2*(x + 1)^3; x; x(x + 1)²(5x + 2)",
        "tanh(x); x; 1 − tanh²(x)",
        "-(y*ln(1/(1+e^(-(w*x+b)))) + (1-y)*ln(1-1/(1+e^(-(w*x+b))))); b; 1/(1 + e^(−(wx + b))) − y",
        "-ln(e^(a-max(a,b))/(e^(a-max(a,b)) + e^(b-max(a,b)))); a; −e^b/(e^a + e^b)",
        "ln(1 + e^x); x; 1/(e^(−x) + 1)",
        "-p*ln(p) - (1-p)*ln(1-p); p; ln(1 − p) − ln(p)",
        "(a*x + b)/(c*x + d); x; (ad − bc)/(cx + d)²",
        "x/sqrt(1 + x^2); x; 1/(1 + x²)^(3/2)",
        "x^2*sin(1/x); x; 2x·sin(1/x) − cos(1/x)",
        "x*ln(x) - x; x; ln(x)",
      })
  void derivativeReadsAsInABook(String f, String by, String expected) {
    assertEquals(expected, Expr.parse(f).derivative(Expr.variable(by)).unicode());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "x - (x + y); −y",
        "(x + 1)^2 - x^2; 2x + 1",
        "-(y - p); p − y",
        "y - (w*x + b); y − (wx + b)",
        "2*x + 3*x; 5x",
        "x*x*x; x³",
        "x/x; 1",
        "sin(x)^2 + cos(x)^2; 1",
        "2*(x + y) - 2*x; 2y",
        "0.1*x + 0.2*x; 0.3x",
        "x/3 + x/6; x/2",
        "sqrt(4*x); 2√x",
        "ln(e^(2*x)); 2x",
        "e^x*e^y; e^(x + y)",
        "(2*a + 2*b)/4; (a + b)/2",
        "x*(-y); −xy",
        "x^2/x^3; 1/x",
        "-x^2 + 1; 1 − x²",
        "0*x + 1; 1",
        "(x^2 - y^2)/(x - y); x + y",
        "(x^3 - 1)/(x - 1); x² + x + 1",
        "(1 - 1/u)*u; u − 1",
        "e^(a - m)*e^m; e^a",
      })
  void simplifiedFormReadsAsInABook(String f, String expected) {
    assertEquals(expected, Expr.parse(f).simplified().unicode());
  }

  @ParameterizedTest(name = "Hessian of the quadratic, entry {0}, {1}")
  @CsvSource({"0, 0, 6", "0, 1, 2", "1, 0, 2", "1, 1, 2"})
  void hessianOfAQuadraticIsConstant(int row, int column, String expected) {
    Expr f = Expr.parse("3*x^2 + 2*x*y + y^2");
    HessianFormula h = HessianFormula.of(f, List.of(Expr.variable("x"), Expr.variable("y")));
    assertEquals(expected, h.entry(row, column).unicode());
  }
}
