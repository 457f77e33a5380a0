package org.jacobean.display.progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.display.Bundle;
import org.junit.jupiter.api.Test;

class LossCurveTest {
  private final List<Bundle> shown = new ArrayList<>();
  private long now;

  private LossCurve curve() {
    return new LossCurve("training", (bundle, first) -> shown.add(bundle), () -> now);
  }

  @Test
  void aThousandStepsAreDrawnAtMostTenTimesASecondAndAtTheEnd() {
    try (LossCurve curve = curve()) {
      for (int i = 0; i < 1000; i++) {
        now += 2_000_000;
        curve.add(1000.0 - i);
      }
    }
    assertTrue(shown.size() >= 18 && shown.size() <= 22, "drawn " + shown.size() + " times in 2 s");
    assertEquals("training: step 1000, loss 1, from 1000", shown.get(shown.size() - 1).text());
  }

  @Test
  void longRunsAreThinnedAndKeepTheirLastPoint() {
    LossCurve curve = curve();
    for (int i = 0; i < 100_000; i++) {
      curve.add(i == 99_999 ? -5 : 1);
    }
    curve.close();
    String html = shown.get(shown.size() - 1).html();
    assertTrue(html.length() < 20_000, "it takes " + html.length());
    assertTrue(html.contains("L548.0 150.0\""), "the last point, lowest");
    assertEquals(100_000, curve.losses().length);
  }

  @Test
  void aLossThatIsNoNumberIsSaidAndLeftOut() {
    LossCurve curve = curve();
    curve.add(2);
    curve.add(Double.NaN);
    curve.close();
    Bundle last = shown.get(shown.size() - 1);
    assertTrue(last.text().endsWith("no longer finite since step 2"), last.text());
    assertFalse(last.html().contains("NaN NaN") || last.html().contains(" NaN\""), last.html());
    assertArrayEquals(new double[] {2, Double.NaN}, curve.losses());
  }

  @Test
  void nothingAddedIsNothingShown() {
    curve().close();
    assertTrue(shown.isEmpty());
  }
}
