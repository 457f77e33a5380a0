package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "6*x + 2*y; 6 x + 2 y",
        "x1^2; x_{1}^{2}",
        "w[0]*X[1][2]; w_{0} X_{1,2}",
        "alpha*x; \\alpha x",
        "rate*x; \\mathit{rate} \\cdot x",
        "a_b; \\mathit{a\\_b}",
        "x/2; \\frac{x}{2}",
        "1/3; \\frac{1}{3}",
        "0.25*x; 0.25 x",
        "sqrt(x + 1); \\sqrt{x + 1}",
        "e^(-x/2); e^{-\\frac{x}{2}}",
        "sin(x)^2; \\sin^{2}(x)",
        "abs(x); \\left|x\\right|",
        "ln(x); \\ln(x)",
        "2*3^x; 2 \\cdot 3^{x}",
        "x > 0 ? 1 : 0; \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
        "(x/y)^2*z^(1/3); \\frac{x^{2} z^{\\frac{1}{3}}}{y^{2}}",
        "inf; \\infty",
        "p.scale; p{.}\\mathit{scale}",
        "1.5e-20*x; 1.5 \\cdot 10^{-20} x",
      })
  void latex(String f, String expected) {
    assertEquals(expected, Expr.parse(f).latex());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2*w[0]*x[0]; 2w[0]·x[0]",
        "2*rate*x; 2·rate·x",
        "pi*r^2; πr²",
        "sqrt(2)*x; √2·x",
        "x^(1/3); x^(1/3)",
        "x^12; x¹²",
        "cbrt(x)^2; (∛x)²",
        "(x + 1)*(x - 1); (x + 1)(x − 1)",
        "x*sin(x); x·sin(x)",
        "2*cos(x); 2cos(x)",
        "-(a + b); −(a + b)",
        "-(a + b)/2; −(a + b)/2",
        "a/(b*c); a/(bc)",
        "a/b/c; a/(bc)",
        "floor(x); ⌊x⌋",
        "x^(-1/2); 1/√x",
        "2^(-x); 1/2^x",
        "(a < 1 ? 2 : 3)*b; b(2 if a < 1, else 3)",
      })
  void unicode(String f, String expected) {
    assertEquals(expected, Expr.parse(f).unicode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x^3; x*x*x",
        "x^5; Math.pow(x, 5)",
        "1/3; 0.3333333333333333",
        "x/3; x/3",
        "e^x; Math.exp(x)",
        "sqrt(x); Math.sqrt(x)",
        "1/x^2; 1/(x*x)",
        "-x^2; -x*x",
        "rem(x, 2); (x % 2)",
        "10000000000*x; 1.0E10*x",
        "x > 0 ? 1 : 0; x > 0 ? 1 : 0",
        "pi; Math.PI",
        "line.slope*x; line.slope()*x",
      })
  void java(String f, String expected) {
    assertEquals(expected, Expr.parse(f).java());
  }
}
