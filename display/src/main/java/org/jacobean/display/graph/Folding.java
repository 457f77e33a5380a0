package org.jacobean.display.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds runs of neighbouring boxes into one. Since boxes stand in an order in which arrows lead
 * forward, runs do too, and no cycle arises.
 */
final class Folding {
  private static final int MOST = 40;

  private Folding() {}

  static Diagram of(Diagram diagram) {
    int[] run = byGroup(diagram.boxes());
    while (run[run.length - 1] + 1 > MOST) {
      run = paired(run);
    }
    List<Diagram.Box> boxes = new ArrayList<>();
    int count = run[run.length - 1] + 1;
    for (int r = 0; r < count; r++) {
      boxes.add(folded(diagram.boxes(), run, r));
    }
    return new Diagram(diagram.title(), takeaway(diagram), boxes, arrows(diagram.arrows(), run));
  }

  private static String takeaway(Diagram diagram) {
    return diagram.takeaway() + "; " + diagram.boxes().size() + " boxes, folded";
  }

  private static int[] byGroup(List<Diagram.Box> boxes) {
    int[] run = new int[boxes.size()];
    for (int i = 1; i < run.length; i++) {
      Diagram.Box one = boxes.get(i - 1);
      Diagram.Box other = boxes.get(i);
      boolean together =
          one.group().equals(other.group()) && inputs(one) == inputs(other) && !output(other);
      run[i] = run[i - 1] + (together ? 0 : 1);
    }
    return run;
  }

  private static boolean inputs(Diagram.Box box) {
    return box.kind() == Diagram.Kind.INPUT;
  }

  private static boolean output(Diagram.Box box) {
    return box.kind() == Diagram.Kind.OUTPUT;
  }

  /** Every two neighbouring runs become one; the last, the result, stays by itself. */
  private static int[] paired(int[] run) {
    int last = run[run.length - 1];
    int[] wider = new int[run.length];
    for (int i = 0; i < run.length; i++) {
      wider[i] = run[i] == last ? (last + 1) / 2 : run[i] / 2;
    }
    return wider;
  }

  private static Diagram.Box folded(List<Diagram.Box> boxes, int[] run, int r) {
    List<Diagram.Box> inside = new ArrayList<>();
    for (int i = 0; i < run.length; i++) {
      if (run[i] == r) {
        inside.add(boxes.get(i));
      }
    }
    if (inside.size() == 1) {
      return inside.get(0);
    }
    Diagram.Box first = inside.get(0);
    Diagram.Box last = inside.get(inside.size() - 1);
    boolean inputs = inside.stream().allMatch(Folding::inputs);
    String label = inputs ? first.label() + " … " + last.label() : inside.size() + " operations";
    String place = first.group().equals(last.group()) ? first.group() : first.group() + " …";
    return new Diagram.Box(
        label,
        inputs ? List.of(inside.size() + " inputs") : List.of(place),
        inputs ? Diagram.Kind.INPUT : Diagram.Kind.FOLDED,
        place);
  }

  private static List<Diagram.Arrow> arrows(List<Diagram.Arrow> arrows, int[] run) {
    Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
    for (Diagram.Arrow arrow : arrows) {
      if (run[arrow.from()] != run[arrow.to()]) {
        counts.merge(List.of(run[arrow.from()], run[arrow.to()]), 1, Integer::sum);
      }
    }
    List<Diagram.Arrow> folded = new ArrayList<>();
    counts.forEach(
        (ends, count) ->
            folded.add(
                new Diagram.Arrow(ends.get(0), ends.get(1), count == 1 ? "" : count + " values")));
    return folded;
  }
}
