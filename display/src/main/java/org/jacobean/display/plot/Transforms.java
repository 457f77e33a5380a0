package org.jacobean.display.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SVG's small languages, as Java2D has them: transforms, paths and the heads of arrows. */
final class Transforms {
  private static final Pattern STEP = Pattern.compile("(translate|rotate)\\(([^)]*)\\)");
  private static final Pattern COMMAND = Pattern.compile("([MLCZ])([^MLCZ]*)");

  private Transforms() {}

  static AffineTransform of(String text) {
    AffineTransform transform = new AffineTransform();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      double[] n = numbers(step.group(2));
      if (step.group(1).equals("translate")) {
        transform.translate(n[0], n.length > 1 ? n[1] : 0);
      } else if (n.length == 3) {
        transform.rotate(Math.toRadians(n[0]), n[1], n[2]);
      } else {
        transform.rotate(Math.toRadians(n[0]));
      }
    }
    return transform;
  }

  static Path2D path(String d) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    Matcher command = COMMAND.matcher(d);
    while (command.find()) {
      double[] n = numbers(command.group(2));
      switch (command.group(1)) {
        case "M" -> path.moveTo(n[0], n[1]);
        case "L" -> path.lineTo(n[0], n[1]);
        case "C" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        default -> path.closePath();
      }
    }
    return path;
  }

  /** A triangle at the end of a line, along its last direction. */
  static Path2D arrowHead(Shape line) {
    double[] end = new double[2];
    double[] before = new double[2];
    double[] c = new double[6];
    for (PathIterator it = line.getPathIterator(null); !it.isDone(); it.next()) {
      int kind = it.currentSegment(c);
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : 0;
      before = kind == PathIterator.SEG_CUBICTO ? new double[] {c[2], c[3]} : end;
      end = new double[] {c[last], c[last + 1]};
    }
    Path2D head = path("M-7 -4L0 0L-7 4Z");
    AffineTransform place = AffineTransform.getTranslateInstance(end[0], end[1]);
    place.rotate(Math.atan2(end[1] - before[1], end[0] - before[0]));
    head.transform(place);
    return head;
  }

  private static double[] numbers(String text) {
    try (Scanner scanner = new Scanner(text.replace(',', ' '))) {
      return Arrays.stream(scanner.tokens().toArray(String[]::new))
          .mapToDouble(Double::parseDouble)
          .toArray();
    }
  }
}
