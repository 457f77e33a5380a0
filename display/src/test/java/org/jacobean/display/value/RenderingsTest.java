package org.jacobean.display.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jacobean.display.Bundle;
import org.jacobean.display.DisplayException;
import org.jacobean.display.Showable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderingsTest {
  private static final String EVIL = "<script>alert('x')</script>&\"$x$";

  record Point(double x, String name) {}

  private static Bundle look(Object value) {
    return new Renderings().render(value).orElseThrow();
  }

  static Stream<Arguments> valuesWithEvilText() {
    Table table =
        Table.create(EVIL, StringColumn.create(EVIL, EVIL, "b"), IntColumn.create("n", 1, 2));
    return Stream.<Object>of(
            new String[] {EVIL},
            List.of(EVIL),
            List.of(new Point(1, EVIL)),
            Map.of(EVIL, EVIL),
            new Point(1, EVIL),
            new IllegalStateException(EVIL),
            table,
            table.column(0))
        .map(value -> Arguments.of(value));
  }

  @ParameterizedTest
  @MethodSource("valuesWithEvilText")
  void markupInValuesStaysText(Object value) {
    Bundle bundle = look(value);
    assertTrue(bundle.text().contains("<script>"), bundle.text());
    assertFalse(bundle.html().contains("<script"), bundle.html());
    String markdown = bundle.get("text/markdown").orElse("");
    assertFalse(markdown.replace("\\<", "").contains("<script"), markdown);
  }

  @ParameterizedTest
  @MethodSource("valuesWithEvilText")
  void htmlIsWellFormed(Object value) throws Exception {
    String html = look(value).html().replace(" class=\"num\"", "");
    String page = "<body>" + html + "</body>";
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(page.getBytes("UTF-8")));
  }

  @Test
  void arraysUpToTenEntriesAreListedInFull() {
    assertEquals("double[2] {10.0, 6.0}", look(new double[] {10, 6}).text());
    assertEquals(
        "int[10] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}", look(IntStream.range(0, 10).toArray()).text());
    assertEquals("String[2] {\"a\", null}", look(new String[] {"a", null}).text());
    assertEquals("boolean[1] {true}", look(new boolean[] {true}).text());
    assertEquals("double[0] {}", look(new double[0]).text());
  }

  @Test
  void longArraysShowTheirEndsAndRange() {
    String text = look(IntStream.range(0, 1000).toArray()).text();
    assertEquals(
        "int[1000] {0, 1, 2, 3, 4, …, 995, 996, 997, 998, 999}\nfrom 0 to 999, mean 499.5", text);
    double[] holes = new double[20];
    holes[3] = Double.NaN;
    assertTrue(look(holes).text().endsWith("from 0 to 0, mean 0, 1 NaN"));
  }

  @Test
  void matricesAreTablesWithCountedRows() {
    Bundle bundle = look(new double[][] {{2, 3}, {3, 5.25}});
    assertEquals("double[2][2]\n   0     1\n0  2     3\n1  3  5.25", bundle.text());
    assertTrue(bundle.html().contains("<caption><span>double[2][2]</span></caption>"));
    assertTrue(bundle.html().contains("<th scope=\"col\""));
    assertTrue(bundle.html().contains("<th scope=\"row\""));
    assertEquals(
        "$$\\begin{bmatrix} 2 & 3 \\\\ 3 & 5.25 \\end{bmatrix}$$",
        bundle.get("text/latex").orElseThrow());
  }

  @Test
  void raggedAndBrokenMatricesAreShownToo() {
    assertTrue(look(new int[][] {{1}, {2, 3}}).text().startsWith("int[2][2]"));
    assertEquals("double[2][] {[1.0], null}", look(new double[][] {{1}, null}).text());
    assertEquals("double[0][] {}", look(new double[0][]).text());
  }

  @Test
  void largeMatricesShowCornersAndRange() {
    double[][] large = new double[50][40];
    large[49][39] = -7;
    String text = look(large).text();
    assertTrue(text.startsWith("double[50][40]\n"), text);
    assertTrue(text.contains("…") && text.contains("-7"), text);
    assertTrue(text.endsWith("from -7 to 0, mean -0.0035"), text);
    assertEquals(14, text.lines().count(), text);
  }

  @Test
  void listsAndMapsReadAsJavaPrintsThem() {
    assertEquals("[1, 2.5, a]", look(List.of(1, 2.5, "a")).text());
    assertEquals("[]", look(List.of()).text());
    assertTrue(look(IntStream.range(0, 5000).boxed().toList()).text().endsWith("99, … 4900 more]"));
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("alpha", 0.5);
    map.put("b", 12.25);
    assertEquals(
        "LinkedHashMap of 2 entries\nkey    value\nalpha    0.5\nb      12.25", look(map).text());
    List<Object> self = new ArrayList<>();
    self.add(self);
    assertEquals("[(this Collection)]", look(self).text());
  }

  record Fit(double loss, double[] weights) {}

  record Report(String words) {
    @Override
    public String toString() {
      return words;
    }
  }

  @Test
  void recordsSpellTheirArraysOutAndSayWhatTheySay() {
    assertEquals(
        "Fit[loss=0.5, weights=[1.0, 2.0]]", look(new Fit(0.5, new double[] {1, 2})).text());
    assertEquals("long ".repeat(100), look(new Report("long ".repeat(100))).text());
  }

  @Test
  void recordsShowTheirComponents() {
    assertEquals("Point[x=1.0, name=a]", look(new Point(1, "a")).text());
    assertTrue(look(new Point(1, "a")).html().contains("<th scope=\"row\">name</th>"));
    String table = look(List.of(new Point(1, "a"), new Point(2.5, "b"))).text();
    assertEquals("2 × Point\n     x  name\n0    1  a\n1  2.5  b", table);
  }

  @Test
  void tablesShowTypesEndsAndRowCount() {
    Table table =
        Table.create(
            "run",
            IntColumn.create("step", IntStream.range(0, 300).toArray()),
            DoubleColumn.create("loss", IntStream.range(0, 300).mapToDouble(i -> i / 4.0)),
            StringColumn.create("tag", IntStream.range(0, 300).mapToObj(i -> "t" + i).toList()));
    Bundle bundle = look(table);
    assertTrue(bundle.text().startsWith("run: 300 rows, 3 columns\n"), bundle.text());
    assertTrue(bundle.text().contains("step (integer)  loss (double)  tag (string)"));
    assertTrue(bundle.text().contains("299             299          74.75  t299"), bundle.text());
    assertEquals(13, bundle.text().lines().count());
    assertTrue(look(table.column("loss")).text().startsWith("loss: 300 rows, 1 column"));
  }

  @Test
  void missingCellsAreBlank() {
    Table table = Table.create("t", DoubleColumn.create("v", 1, Double.NaN, 3));
    assertEquals(
        "t: 3 rows, 1 column\n   v (double)\n0           1\n1\n2           3", look(table).text());
  }

  @Test
  void picturesArePng() throws Exception {
    Bundle bundle = look(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
    assertEquals("picture, 3 × 2 pixels", bundle.text());
    byte[] png = Base64.getDecoder().decode(bundle.get("image/png").orElseThrow());
    assertEquals(3, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
  }

  @Test
  void pathsToPicturesAreEmbeddedAndOthersAreNot(@TempDir Path folder) throws Exception {
    Path picture = folder.resolve("p.PNG");
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    assertTrue(look(picture).get("image/png").isPresent());
    assertTrue(new Renderings().render(folder.resolve("absent.png")).isEmpty());
    Path text = Files.writeString(folder.resolve("a.txt"), "a");
    assertTrue(new Renderings().render(text).isEmpty());
  }

  @Test
  void aThrowableFoldsItsFrames() {
    Bundle bundle = look(new IllegalStateException("no"));
    assertTrue(bundle.text().startsWith("java.lang.IllegalStateException: no\n\tat "));
    assertTrue(bundle.html().contains("<details>"));
  }

  @Test
  void anElementWhoseToStringFailsDoesNotSpoilTheList() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no");
          }
        };
    assertTrue(look(List.of(1, broken)).text().contains("its toString failed"));
  }

  @Test
  void theClosestRegisteredTypeWinsThenTheNewest() {
    Renderings renderings =
        new Renderings()
            .register(Number.class, n -> Bundle.of("number"))
            .register(Integer.class, n -> Bundle.of("integer"))
            .register(Object.class, n -> Bundle.of("object"))
            .register(Integer.class, n -> Bundle.of("newer integer"));
    assertEquals("newer integer", renderings.render(1).orElseThrow().text());
    assertEquals("number", renderings.render(1.5).orElseThrow().text());
    assertEquals("object", renderings.render("s").orElseThrow().text());
  }

  @Test
  void whatShowsItselfNeedsNoRegistration() {
    Showable own = () -> Bundle.of("mine");
    assertEquals("mine", look(own).text());
    assertTrue(new Renderings().render("plain").isEmpty());
  }

  @Test
  void aBundleWithoutTextIsRefused() {
    assertThrows(DisplayException.Textless.class, () -> new Bundle(Map.of("text/html", "<b>")));
    assertEquals("\"\"", Bundle.of("").text());
  }
}
