package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Formulas with what they have in common named once: t1 = x² + 1, then t1 + sin(t1).
 *
 * @param definitions each mentions only variables and earlier names
 * @param results the formulas, in terms of variables and names
 */
public record SharedTerms(List<Definition> definitions, List<Expr> results) {

  /** A name for a part that several places use. */
  public record Definition(Var name, Expr meaning) {}

  public SharedTerms {
    definitions = List.copyOf(definitions);
    results = List.copyOf(results);
  }

  public static SharedTerms of(List<? extends Expr> formulas) {
    return new Search(formulas).run(formulas);
  }

  /** Operations and leaves written, with every shared part written once. */
  public long size() {
    long size = results.stream().mapToLong(Expr::size).sum();
    return size + definitions.stream().mapToLong(d -> d.meaning().size()).sum();
  }

  /** The body of a Java method that computes and returns the (first) formula. */
  public String java() {
    StringBuilder text = new StringBuilder();
    for (Definition d : definitions) {
      text.append("double ").append(d.name.name()).append(" = ");
      text.append(d.meaning.java()).append(";\n");
    }
    return text.append("return ").append(results.get(0).java()).append(";\n").toString();
  }

  /** One line for each name, then the formulas, as in a book. */
  public List<String> unicode() {
    List<String> lines = new ArrayList<>();
    definitions.forEach(d -> lines.add(d.name.name() + " = " + d.meaning.unicode()));
    results.forEach(r -> lines.add(r.unicode()));
    return lines;
  }

  private static final class Search {
    private final Map<Expr, Integer> uses = new HashMap<>();
    private final Map<Expr, Expr> rewritten = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Definition> definitions = new ArrayList<>();

    Search(List<? extends Expr> formulas) {
      formulas.forEach(this::count);
    }

    private void count(Expr e) {
      if (e instanceof Var v) {
        taken.add(v.name());
      }
      if (uses.merge(e, 1, Integer::sum) == 1) {
        e.children().forEach(this::count);
      }
    }

    SharedTerms run(List<? extends Expr> formulas) {
      List<Expr> results = formulas.stream().map(this::rewrite).toList();
      return new SharedTerms(definitions, results);
    }

    private Expr rewrite(Expr e) {
      if (e.children().isEmpty()) {
        return e;
      }
      Expr before = rewritten.get(e);
      if (before != null) {
        return before;
      }
      Expr changed = Structure.rebuilt(e, this::rewrite);
      Expr result = isWorthAName(e) ? named(changed) : changed;
      rewritten.put(e, result);
      return result;
    }

    private boolean isWorthAName(Expr e) {
      return uses.getOrDefault(e, 0) > 1 && e.size() > 2;
    }

    private Var named(Expr meaning) {
      int number = definitions.size() + 1;
      while (!taken.add("t" + number)) {
        number++;
      }
      Var name = new Var("t" + number);
      definitions.add(new Definition(name, meaning));
      return name;
    }
  }
}
