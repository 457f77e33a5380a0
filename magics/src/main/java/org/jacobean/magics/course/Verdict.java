package org.jacobean.magics.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.display.Bundle;
import org.jacobean.display.Showable;
import org.jacobean.display.html.Html;

/** What {@code %check} found, entry by entry. */
public final class Verdict implements Showable {
  private final String answer;
  private final String what;
  private final int points;
  private final Map<String, String> complaints;

  Verdict(String answer, String what, int points, Map<String, String> complaints) {
    this.answer = answer;
    this.what = what;
    this.points = points;
    this.complaints = new LinkedHashMap<>(complaints);
  }

  /** Whether every entry is right. */
  public boolean right() {
    return complaints.values().stream().allMatch(String::isEmpty);
  }

  /** How many entries are right. */
  public int rightEntries() {
    return (int) complaints.values().stream().filter(String::isEmpty).count();
  }

  /** What is wrong, one sentence an entry. */
  public List<String> complaints() {
    List<String> lines = new ArrayList<>();
    complaints.forEach(
        (entry, text) -> {
          if (!text.isEmpty()) lines.add(complaints.size() == 1 ? text : entry + ": " + text);
        });
    return lines;
  }

  @Override
  public String toString() {
    return right()
        ? "✓ %s is %s: right at all %d points tried".formatted(answer, what, points)
        : "✗ %s is not %s\n  %s".formatted(answer, what, String.join("\n  ", complaints()));
  }

  @Override
  public Bundle show() {
    String look = right() ? "good" : "bad";
    String[] lines = toString().split("\n");
    StringBuilder html = new StringBuilder();
    html.append("<p class=\"").append(look).append("\"><strong>");
    html.append(Html.escape(lines[0])).append("</strong></p>\n");
    for (int i = 1; i < lines.length; i++) html.append(Html.paragraph(lines[i].trim()));
    return Bundle.of(toString()).html(Html.frame(html.toString()));
  }
}
