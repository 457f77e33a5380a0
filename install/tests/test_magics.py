"""Every worked number of the course comes out of the magics, asked for by a real client."""
import math
import re

import pytest

DEFINITIONS = """
double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }
double cubic(double x1, double x2) { return x1*x1 + 3*x1*x2 + x2*x2*x2; }
double quartic(double x) { return 0.4*x*x*x*x - 2*x*x + 0.5*x + 2; }
double error(double w, double b) { return Math.pow(3 - 2*w - b, 2); }
double peano(double x, double y) { return x == 0 && y == 0 ? 0 : x*y*(x*x - y*y)/(x*x + y*y); }
double squares(double[] p) { double s = 0; for (double v : p) s += v*v; return s; }
double[][] A = {{1, 1}, {1, 2}};
double[] t = {2, 5};
double half(double[] w) {
  double s = 0;
  for (int i = 0; i < t.length; i++) {
    double r = -t[i];
    for (int j = 0; j < w.length; j++) r += A[i][j]*w[j];
    s += r*r/2;
  }
  return s;
}
double mean(double[] w, double b, double[][] X, double[] y) {
  double s = 0;
  for (int i = 0; i < y.length; i++) {
    double r = b - y[i];
    for (int j = 0; j < w.length; j++) r += w[j]*X[i][j];
    s += r*r;
  }
  return s/(2*y.length);
}
double[][] X = {{1, 2}, {3, 4}, {5, 6}};
double[] y = {1, 0, 2};
double crossEntropy(double[] z, int label) {
  double most = z[0];
  for (double v : z) most = Math.max(most, v);
  double s = 0;
  for (double v : z) s += Math.exp(v - most);
  return Math.log(s) + most - z[label];
}
double settled(double x) { return fixedPoint(v -> new double[] {0.5*Math.cos(v[0]) + x}, new double[] {1})[0]; }
"""


@pytest.fixture(scope="module")
def kernel(notebook):
    notebook.run(DEFINITIONS, timeout=60)
    return notebook


def text(kernel, line):
    return kernel.value(line)


def numbers(kernel, expression):
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?(?:[eE]-?\d+)?", kernel.value(f"java.util.Arrays.toString({expression})"))]


def gradient(kernel, line):
    kernel.run(f"var g = %grad {line};")
    return numbers(kernel, "g.vector()")


@pytest.mark.parametrize("line, formulas", [
    ("x*x*y + 3*y at x=1, y=2", ["2xy", "x² + 3"]),
    ("3*x*x at x=1", ["6x"]),
    ("Math.pow(x*x + 5, 3) at x=1", ["6x(x² + 5)²"]),
    ("f(1, 2)", ["6x + 2y", "2x + 2y"]),
    ("3*x*x + 2*y at x=1, y=1", ["6x", "2"]),
    ("cubic(1, 2)", ["2x1 + 3x2", "3x1 + 3x2²"]),
])
def test_partial_derivatives_are_the_formulas_of_the_book(kernel, line, formulas):
    shown = text(kernel, f"%grad {line}")
    for formula in formulas:
        assert formula in shown.replace("₁", "1").replace("₂", "2"), shown


def test_gradients_at_a_point(kernel):
    assert gradient(kernel, "f(1, 2)") == [10, 6]
    assert gradient(kernel, "cubic(1, 2)") == [8, 15]
    assert numbers(kernel, "new double[] {g.norm()}") == [17]
    assert numbers(kernel, "g.steepestDescent()") == pytest.approx([-8/17, -15/17])
    assert gradient(kernel, "error(0, 0)") == [-12, -6]
    assert gradient(kernel, "squares(new double[] {1, -2, 3})") == [2, -4, 6]
    assert gradient(kernel, "half(new double[] {0, 0})") == [-7, -12]
    assert gradient(kernel, "quartic(2.2)") == pytest.approx([8.7368])
    assert "2.7902" in text(kernel, "%grad quartic(2.2)")


def test_a_loss_by_its_parameters(kernel):
    by_hand = [0, 0, 0]
    for row, target in zip([[1, 2], [3, 4], [5, 6]], [1, 0, 2]):
        r = 0.5*row[0] - row[1] + 0.25 - target
        by_hand = [by_hand[0] + r*row[0]/3, by_hand[1] + r*row[1]/3, by_hand[2] + r/3]
    assert gradient(kernel, "mean(new double[] {0.5, -1}, 0.25, X, y) wrt w, b") == pytest.approx(by_hand)


def test_softmax_with_cross_entropy_has_the_gradient_p_minus_y(kernel):
    p = [math.exp(v) for v in (1, 2, 3)]
    p = [v/sum(p) for v in p]
    assert gradient(kernel, "crossEntropy(new double[] {1, 2, 3}, 2)") == pytest.approx([p[0], p[1], p[2] - 1])
    assert gradient(kernel, "crossEntropy(new double[] {1000, -1000, 0}, 1)") == pytest.approx([1, -1, 0])


@pytest.mark.parametrize("line, value, said", [
    ("Math.max(0, x) at x=0", 0, True), ("Math.max(x, 0) at x=0", 0, True),
    ("(x < 0 ? 0 : x) at x=0", 1, True), ("Math.abs(x) at x=0", 0, True), ("Math.max(0, x) at x=2", 1, False),
])
def test_corners_follow_their_convention_and_say_so(kernel, line, value, said):
    assert gradient(kernel, line) == [value]
    shown = text(kernel, f"%grad {line}")
    assert ("Not differentiable at x = 0" in shown) is said, shown


def test_slopes_along_a_direction(kernel):
    assert "= 8\n" in text(kernel, "%directional cubic(1, 2) along (1, 0)")
    assert "= 15\n" in text(kernel, "%directional cubic(1, 2) along (0, 1)")
    assert "= 17\n" in text(kernel, "%directional cubic(1, 2) along (8/17.0, 15/17.0)")
    assert "= 0\n" in text(kernel, "%directional cubic(1, 2) along (15, -8)")


def test_the_mixed_derivative_of_peano_by_definition_and_by_the_branch(kernel):
    kernel.run("var xy = %partial peano(0, 0) d2/dxdy by definition;")
    kernel.run("var yx = %partial peano(0, 0) d2/dydx by definition;")
    for name, limit in (("xy", -1), ("yx", 1)):
        last = f'{name}.toTable().doubleColumn("nested quotient")'
        assert numbers(kernel, f"{last}.asDoubleArray()")[-1] == pytest.approx(limit, abs=1e-6)
    assert f"settle at -0.99999998" in text(kernel, "%partial peano(0, 0) d2/dxdy by definition")
    assert gradient(kernel, "peano(0, 0)") == [0, 0]
    shown = text(kernel, "%grad peano(0, 0)")
    assert "==" in shown or "equal" in shown, shown
    assert "0" in text(kernel, "%hessian peano(0, 0)")


def test_difference_quotients_err_as_theory_says(kernel):
    kernel.run("var q = %partial quartic(2.2) d/dx by definition;")
    kernel.run("var table = q.toTable();")
    h, forward, central = (numbers(kernel, f"table.doubleColumn({i}).asDoubleArray()") for i in range(3))
    assert min(abs(v - 8.7368) for v in forward) < 1e-6
    assert min(abs(v - 8.7368) for v in central) < 1e-9
    assert abs(forward[0] - 8.7368) > 10*abs(central[0] - 8.7368)
    assert abs(forward[-1] - 8.7368) > 1e-5, "rounding wins in the end"


def test_critical_points_are_found_and_named(kernel):
    shown = text(kernel, "%critical quartic x=-3..3")
    rows = [line.split() for line in shown.splitlines() if line.startswith(("minimum", "maximum"))]
    assert [(kind, round(float(x), 2)) for kind, x, *_ in rows] == [("minimum", -1.64), ("minimum", 1.51), ("maximum", 0.13)]
    assert "saddle" in text(kernel, "%critical x*x - y*y x=-1..1 y=-1..1")


def test_descent_takes_the_steps_of_the_book(kernel):
    kernel.run("var one = %descend error from (0, 0) rate 0.01 steps 1;")
    assert numbers(kernel, "one.point()") == pytest.approx([0.12, 0.06])
    kernel.run("var first = %descend half from (0, 0) rate 0.1 steps 1;")
    assert numbers(kernel, "first.point()") == pytest.approx([0.7, 1.2])
    kernel.run("var ten = %descend half from (0, 0) rate 0.1 steps 10;")
    assert numbers(kernel, "ten.point()") == pytest.approx([0.783, 1.898], abs=5e-4)
    kernel.run("var thousand = %descend half from (0, 0) rate 0.1 steps 1000;")
    assert numbers(kernel, "thousand.point()") == pytest.approx([-1, 3], abs=1e-6)
    most = (7 + math.sqrt(45))/2/1
    kernel.run(f"var steep = %descend half from (0, 0) rate {2/most*1.01} steps 2000;")
    assert numbers(kernel, "new double[] {steep.value()}")[0] > 1e6, "beyond 2/λmax it diverges"
    kernel.run(f"var stable = %descend half from (0, 0) rate {2/most*0.99} steps 2000;")
    assert numbers(kernel, "stable.point()") == pytest.approx([-1, 3], abs=1e-4)


def test_clipping_rescales_to_length_one_and_leaves_short_gradients_alone(kernel):
    kernel.run("double[] clipped(double[] g) { double n = Math.sqrt(squares(g)); double[] c = g.clone(); "
               "for (int i = 0; i < c.length && n > 1; i++) c[i] /= n; return c; }")
    gradient(kernel, "cubic(1, 2)")
    assert numbers(kernel, "clipped(g.vector())") == pytest.approx([8/17, 15/17])
    gradient(kernel, "f(0.05, 0)")
    assert numbers(kernel, "clipped(g.vector())") == pytest.approx([0.3, 0.1])


def test_a_fixed_point_has_the_derivative_of_its_equation(kernel):
    z = 1.0
    for _ in range(200):
        z = 0.5*math.cos(z) + 0.3
    assert gradient(kernel, "settled(0.3)") == pytest.approx([1/(1 + 0.5*math.sin(z))])


def test_the_polynomial_near_a_point(kernel):
    assert "11 + 10(x - 1) + 6(y - 2) + 3(x - 1)² + 2(x - 1)(y - 2) + (y - 2)²" in text(kernel, "%taylor f(1, 2) order 2").replace("−", "-")
    assert "x - x³/6 + x⁵/120" in text(kernel, "%taylor sin(x) at x=0 order 5").replace("−", "-")


def test_the_hessian_tells_the_curvature(kernel):
    kernel.run("var h = %hessian f(1, 2);")
    assert numbers(kernel, "h.matrix()[0]") == [6, 2] and numbers(kernel, "h.matrix()[1]") == [2, 2]
    assert "Positive definite" in text(kernel, "%hessian f(1, 2)")
    assert "saddle" in text(kernel, "%hessian x*x - y*y at x=0, y=0")


def test_the_ways_of_differentiating_agree(kernel):
    kernel.run("var c = %compare f(1, 2);")
    for way in ("symbolic", "automatic, forward mode", "automatic, reverse mode"):
        assert numbers(kernel, f'c.gradient("{way}")') == [10, 6]
    forward, central = (numbers(kernel, f'new double[] {{c.error("numeric, {way} difference")}}')[0] for way in ("forward", "central"))
    assert central < 1e-9 < 1e-7 and forward < 1e-6
    assert "All agree" in text(kernel, "%gradcheck mean(new double[] {0.5, -1}, 0.25, X, y) wrt w, b")


def test_contours_lie_the_closer_the_steeper(kernel):
    kernel.run("var here = %grad cubic(1, 2);")
    apart, = numbers(kernel, "new double[] {0.017/here.norm()}")
    assert apart == pytest.approx(0.001)
    up = numbers(kernel, f"new double[] {{cubic(1 + 8/17.0*{apart}, 2 + 15/17.0*{apart}) - cubic(1, 2)}}")[0]
    assert up == pytest.approx(0.017, rel=1e-2)


def test_a_result_goes_out_to_csv_and_back(kernel, tmp_path):
    kernel.run("var d = %descend f from (2, 2) rate 0.1 steps 5;")
    kernel.run(f'd.toTable().write().csv("{tmp_path}/trace.csv");')
    assert (tmp_path / "trace.csv").read_text().splitlines()[0] == "step,x,y,value,norm"
    assert "6 rows, 5 columns" in kernel.value(f'tech.tablesaw.api.Table.read().csv("{tmp_path}/trace.csv")')


@pytest.mark.parametrize("line", [
    "%grad f(1, 2)", "%hessian f(1, 2)", "%compare f(1, 2)", "%critical f x=-1..1 y=-1..1",
    "%contour f x=-3..3 y=-3..3", "%plot quartic x=-2..2", "%surface f x=-1..1 y=-1..1", "%graph f(1, 2)",
    "%descend f from (1, 1)", "%tangent quartic(1)", "%slice f(1, 2)", "%backprop f(1, 2)",
])
def test_every_result_is_readable_in_a_terminal_and_by_a_screen_reader(kernel, line):
    data = kernel.run(line).of("execute_result")[0]["data"]
    assert data["text/plain"].strip() and "Result@" not in data["text/plain"]
    html = data["text/html"]
    for table in re.findall(r"<table>.*?</table>", html, re.S):
        assert "<caption>" in table and 'scope="col"' in table and 'scope="row"' in table
    for svg in re.findall(r"<svg .*?</svg>", html, re.S):
        assert 'role="img"' in svg and "<title" in svg and re.search(r"<desc[^>]*>[^<]{10}", svg)
    assert "<table>" in html or "<svg" in html
    assert len(html) < 300_000


@pytest.mark.parametrize("line, words", [
    ("%grad quartc(2.2)", "Did you mean quartic?"),
    ("%grad f(1)", "f takes 2 arguments (x, y), and here stands 1"),
    ('%grad f("a", 2)', "x of f is a double"),
    ("%grad f(1, 2) wrtt x", "Did you mean wrt?"),
    ("%contour f x=-3..3", "f needs 2 ranges"),
])
def test_mistakes_are_answered_in_one_sentence(kernel, line, words):
    content = kernel.error(line)
    shown = "\n".join(content["traceback"])
    assert words in shown and "\tat " not in shown and "JShell" not in shown
