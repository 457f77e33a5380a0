package org.jacobean.autodiff.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** docs/rules.md is what the table of rules says; -Djacobean.docs=write writes it. */
class RulesPageTest {
  private static final String HEAD =
      """
      # Derivative rules

      Every rule of the engine, one line an operation, made from the table in the code. Both tiers, formulas and graphs use the same rules. *x*, *y*, *z* are the arguments, *r* is the result; where a function has a corner, a pole or a jump, the last column says what its derivative is taken to be.

      | operation | partial derivatives | at its edges |
      | --- | --- | --- |
      """;

  private static final String TAIL =
      """

      `[p]` is 1 where p holds and 0 elsewhere; a tie shares: ½ and ½. `b if x ≠ 0` is 0 where x is 0.

      `+=` and its like, casts between double and float, `Math` and `StrictMath` follow these rules. Casts to whole numbers, `Math.round` and comparisons give no derivative. What no rule covers is refused by name; a rule of one's own is written with `Diff.rule(…)` or `@Derivatives` ([how](derivatives.md)).
      """;

  private static final Map<Primitive, String> SIGNS =
      Map.of(Primitive.ADD, " + ", Primitive.SUB, " − ", Primitive.MUL, "·", Primitive.DIV, "/");

  private static String page() {
    StringBuilder s = new StringBuilder(HEAD);
    for (Rule r : Rules.all()) {
      StringJoiner partials = new StringJoiner("; ");
      r.partials().forEach(t -> partials.add(text(t, 0)));
      s.append("| `" + r.name() + "` | " + partials + " | " + r.edges() + " |\n");
    }
    return s.append(TAIL).toString();
  }

  private static String text(Term t, int around) {
    if (t instanceof Term.Arg a) return List.of("x", "y", "z").get(a.index());
    if (t instanceof Term.Result) return "r";
    if (t instanceof Term.Number n)
      return n.value() == Math.rint(n.value()) && Math.abs(n.value()) < 1e6
          ? String.valueOf((long) n.value()).replace('-', '−')
          : String.valueOf(n.value());
    Term.Apply f = (Term.Apply) t;
    List<Term> a = f.args();
    String sign = SIGNS.get(f.primitive());
    if (sign != null) {
      int own = f.primitive().ordinal() < 2 ? 1 : 2;
      String body = text(a.get(0), own) + sign + text(a.get(1), own + 1);
      return own < around || around == 3 ? "(" + body + ")" : body;
    }
    return switch (f.primitive()) {
      case NEG -> "−" + text(a.get(0), 2);
      case EXCEEDS -> "[" + text(a.get(0), 0) + " > " + text(a.get(1), 0) + "]";
      case SHARE -> "[" + text(a.get(0), 0) + " ≥ " + text(a.get(1), 0) + "]";
      case INSIDE ->
          "[" + text(a.get(0), 0) + " ≤ " + text(a.get(1), 0) + " ≤ " + text(a.get(2), 0) + "]";
      case UNLESS -> "(" + text(a.get(1), 0) + " if " + text(a.get(2), 0) + " ≠ 0)";
      default -> {
        StringJoiner j = new StringJoiner(", ", call(f.primitive()) + "(", ")");
        a.forEach(x -> j.add(text(x, 0)));
        yield j.toString();
      }
    };
  }

  private static String call(Primitive p) {
    return switch (p) {
      case SIGN_BIT -> "sign";
      case TWO_TO -> "2^";
      default -> p.method();
    };
  }

  @Test
  void thePageIsWhatTheTableSays() throws Exception {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("docs")) ? here : here.getParent();
    Path page = root.resolve("docs/rules.md");
    if ("write".equals(System.getProperty("jacobean.docs"))) Files.writeString(page, page());
    assertEquals(page(), Files.readString(page));
  }
}
