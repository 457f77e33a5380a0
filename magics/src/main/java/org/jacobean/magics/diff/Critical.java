package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Hessian;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.magics.diff.linear.Newton;
import org.jacobean.magics.diff.linear.SymmetricEigen;

/** {@code %critical}: where the gradient is zero, and what lies there. */
public final class Critical implements Magic {
  private static final int MOST_VARIABLES = 4;
  private static final int[] STARTS = {0, 61, 13, 6, 4};

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "critical",
        Set.of(MagicSpec.Form.LINE),
        "Finds the critical points of a function within ranges and classifies them.",
        List.of("%critical f x=-3..3 y=-3..3", "%critical x*x*x - 3*x x=-2..2"),
        List.of(),
        """
        Newton's method is started from a grid of points; what it finds is listed once, with its \
        value and the eigenvalues of the Hessian there. Points between the starts can be missed. \
        As a value it is a `CriticalResult` with `points()` and `toTable()`.
        """,
        CriticalResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    given.requiredText("a function or an expression");
    Span.Line line = Span.read(call.notebook(), given);
    int n = line.spans().size();
    if (n == 0 || n > MOST_VARIABLES) {
      throw given.mistake(
          n == 0
              ? "ranges are missing: write where to look, such as x=-3..3 y=-3..3"
              : "%d variables are too many to search; %d at most".formatted(n, MOST_VARIABLES));
    }
    Region region = Region.of(call, given, line.text(), line.spans(), n);
    return Trouble.told(given, region.subject(), () -> search(region));
  }

  private static CriticalResult search(Region region) {
    Region.Slopes slopes = region.slopes();
    Hessian hessian = Diff.hessian(region.subject().target());
    Newton newton = new Newton(slopes::at, hessian::at);
    List<double[]> found = new ArrayList<>();
    List<double[]> starts = starts(region.spans());
    for (double[] start : starts) {
      double[] zero = newton.from(start);
      if (zero.length > 0 && inside(zero, region.spans()) && isNew(zero, found, region.spans())) {
        found.add(zero);
      }
    }
    List<CriticalResult.Point> points = new ArrayList<>();
    for (double[] at : found) {
      SymmetricEigen eigen = SymmetricEigen.of(hessian.at(at));
      points.add(
          new CriticalResult.Point(
              at, region.value(at), new Curvature(eigen).kind(true), eigen.values()));
    }
    points.sort(Comparator.comparingDouble(CriticalResult.Point::value));
    return new CriticalResult(region, points, starts.size());
  }

  private static List<double[]> starts(List<Span> spans) {
    List<double[]> starts = new ArrayList<>(List.of(new double[0]));
    int each = STARTS[spans.size()];
    for (Span span : spans) {
      List<double[]> longer = new ArrayList<>();
      for (double[] start : starts) {
        for (int i = 0; i < each; i++) {
          double[] more = java.util.Arrays.copyOf(start, start.length + 1);
          // Off the middle of the cells, where symmetry would hold Newton on an axis.
          more[start.length] = span.from() + (span.to() - span.from()) * (i + 0.4771) / each;
          longer.add(more);
        }
      }
      starts = longer;
    }
    return starts;
  }

  private static boolean inside(double[] at, List<Span> spans) {
    for (int i = 0; i < at.length; i++) {
      double margin = 1e-9 * (spans.get(i).to() - spans.get(i).from());
      if (at[i] < spans.get(i).from() - margin || at[i] > spans.get(i).to() + margin) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNew(double[] at, List<double[]> found, List<Span> spans) {
    for (double[] other : found) {
      double distance = 0;
      for (int i = 0; i < at.length; i++) {
        double width = spans.get(i).to() - spans.get(i).from();
        distance = Math.hypot(distance, (at[i] - other[i]) / width);
      }
      if (distance < 1e-4) {
        return false;
      }
    }
    return true;
  }
}
