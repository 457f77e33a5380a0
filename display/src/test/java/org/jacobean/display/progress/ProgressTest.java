package org.jacobean.display.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> shown = new ArrayList<>();
  private long now;

  private Progress bar(long total) {
    return new Progress(
        total, (bundle, first) -> shown.add((first ? "+" : "=") + bundle.text()), () -> now);
  }

  @Test
  void aThousandQuickStepsAreDrawnAtMostTenTimesASecond() {
    Progress bar = bar(1000);
    for (int i = 0; i < 1000; i++) {
      now += 2_000_000;
      bar.step();
    }
    assertTrue(shown.size() >= 18 && shown.size() <= 22, "drawn " + shown.size() + " times in 2 s");
    assertTrue(shown.get(0).startsWith("+"), shown.get(0));
    assertTrue(shown.get(1).startsWith("="), shown.get(1));
    assertEquals("=████████████████████████ 1000/1000, 500/s, 2 s", shown.get(shown.size() - 1));
  }

  @Test
  void rateAndTimeLeftFollowFromTheStepsDone() {
    assertEquals("30/120, 10/s, 9 s left", new Bar("", 30, 120, 3).words());
    assertEquals("1/600, 0.5/s, 19 min 58 s left", new Bar("", 1, 600, 2).words());
  }

  @Test
  void aLoopOfUnknownLengthHasNoBarButACount() {
    Bar bar = new Bar("rows", 7, -1, 2);
    assertEquals("rows: 7, 3.5/s, 2 s", bar.show().text());
    assertTrue(!bar.show().html().contains("<progress"));
  }

  @Test
  void theLabelIsNotMarkup() {
    assertTrue(new Bar("<b>", 1, 2, 1).show().html().contains("&lt;b&gt;"));
  }

  @Test
  void anIterationCountsEachElementOnce() {
    Progress bar = bar(3);
    var elements = bar.follow(List.of("a", "b", "c").iterator());
    while (elements.hasNext()) {
      now += 200_000_000;
      elements.next();
    }
    assertTrue(shown.get(shown.size() - 1).contains("3/3"), shown.toString());
  }

  @Test
  void nothingToDoIsDone() {
    assertTrue(new Bar("", 0, 0, 0).show().text().contains("0/0"));
  }
}
