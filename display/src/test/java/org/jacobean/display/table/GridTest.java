package org.jacobean.display.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void columnsAlignByTheWidthOfTheirCharacters() {
    Grid grid =
        Grid.titled("")
            .heads("name", "n")
            .row(Cell.text("変数"), Cell.number(1))
            .row(Cell.text("x̄"), Cell.number(10))
            .build();
    assertEquals("name   n\n変数   1\nx̄     10", GridText.write(grid));
  }

  @Test
  void lineEndsInCellsDoNotBreakTheTable() {
    Grid grid = Grid.titled("t").heads("a").row(Cell.text("x\ny")).build();
    assertEquals("t\na\nx⏎y", GridText.write(grid));
  }

  @Test
  void markdownEscapesWhatItWouldActOn() {
    Grid grid = Grid.titled("t").heads("a|b").row(Cell.text("$x_1$ *b* <i>")).note("done").build();
    assertEquals(
        "**t**\n\n| a\\|b |\n| :--- |\n| \\$x\\_1\\$ \\*b\\* \\<i\\> |\n\ndone\n",
        GridMarkdown.write(grid));
  }

  @Test
  void rowsAreAsWideAsTheHeads() {
    Grid.Builder grid = Grid.titled("t").heads("a", "b").row(Cell.text("only one"));
    assertThrows(IllegalArgumentException.class, grid::build);
  }

  @Test
  void formulasAreLeftToMathJaxAndUserTextIsNot() {
    String html = Grid.titled("").heads("d").row(Cell.formula("6x", "6x<1")).build().show().html();
    assertTrue(html.contains("mathjax_ignore"));
    assertTrue(html.contains("mathjax_process\">\\(6x&lt;1\\)</span>"), html);
  }
}
