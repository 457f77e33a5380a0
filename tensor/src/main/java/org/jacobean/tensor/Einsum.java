package org.jacobean.tensor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sums of products by the names of axes: {@code "bij,bjk->bik"}, brought to matrix products. */
final class Einsum {
  private final String spec;
  private final List<String> inputs = new ArrayList<>();
  private final String output;

  private Einsum(String spec, Tensor... parts) {
    this.spec = spec;
    String s = spec.replace(" ", "");
    int arrow = s.indexOf("->");
    String left = arrow < 0 ? s : s.substring(0, arrow);
    inputs.addAll(List.of(left.split(",", -1)));
    output = arrow < 0 ? once(left) : s.substring(arrow + 2);
    if (inputs.size() != parts.length)
      throw wrong("it names " + inputs.size() + " tensors, and " + parts.length + " were given");
    for (int i = 0; i < parts.length; i++)
      if (inputs.get(i).length() != parts[i].rank())
        throw wrong("`" + inputs.get(i) + "` names the axes of " + Shapes.text(parts[i].shape));
    for (char c : output.toCharArray())
      if (left.indexOf(c) < 0) throw wrong("the result's axis `" + c + "` is in no tensor");
  }

  /** Without an arrow: the names that come once, in their order. */
  private static String once(String left) {
    StringBuilder b = new StringBuilder();
    left.chars()
        .filter(c -> c != ',' && left.indexOf(c) == left.lastIndexOf(c))
        .sorted()
        .forEach(c -> b.append((char) c));
    return b.toString();
  }

  private TensorException wrong(String why) {
    return TensorException.of("einsum \"" + spec + "\"", why);
  }

  static Tensor of(String spec, Tensor... parts) {
    return new Einsum(spec, parts).run(parts);
  }

  private Tensor run(Tensor... parts) {
    String names = inputs.get(0);
    Tensor t = diagonal(parts[0], names);
    names = distinct(names);
    for (int i = 1; i < parts.length; i++) {
      String other = distinct(inputs.get(i));
      Tensor u = diagonal(parts[i], inputs.get(i));
      String keep = wanted(names + other, i + 1);
      t = product(t, names, u, other, keep);
      names = keep;
    }
    t = reduced(t, names, output);
    return ordered(t, only(names, output), output);
  }

  /** The names needed later or in the result. */
  private String wanted(String names, int from) {
    String later = output + String.join("", inputs.subList(from, inputs.size()));
    return only(distinct(names), later);
  }

  private static String distinct(String names) {
    Set<Character> seen = new LinkedHashSet<>();
    for (char c : names.toCharArray()) seen.add(c);
    StringBuilder b = new StringBuilder();
    seen.forEach(b::append);
    return b.toString();
  }

  private static String only(String names, String among) {
    StringBuilder b = new StringBuilder();
    for (char c : names.toCharArray()) if (among.indexOf(c) >= 0) b.append(c);
    return b.toString();
  }

  private static String except(String names, String out) {
    StringBuilder b = new StringBuilder();
    for (char c : names.toCharArray()) if (out.indexOf(c) < 0) b.append(c);
    return b.toString();
  }

  /** A name twice in one tensor means its diagonal. */
  private Tensor diagonal(Tensor t, String names) {
    String d = distinct(names);
    if (d.length() == names.length()) return t;
    int[] shape = new int[d.length()];
    for (int i = 0; i < shape.length; i++) shape[i] = t.shape[names.indexOf(d.charAt(i))];
    int[] steps = Shapes.strides(t.shape);
    int[] places = new int[Shapes.size(shape)];
    int[] across = Shapes.strides(shape);
    for (int k = 0; k < places.length; k++)
      for (int a = 0; a < names.length(); a++) {
        int i = d.indexOf(names.charAt(a));
        if (t.shape[a] != shape[i]) throw differ(names.charAt(a), t.shape[a], shape[i]);
        places[k] += k / across[i] % shape[i] * steps[a];
      }
    return Movement.take(t, places, shape);
  }

  private TensorException differ(char name, int a, int b) {
    return wrong("axis `" + name + "` is " + a + " in one place and " + b + " in another");
  }

  /** Sums over the axes nobody needs. */
  private static Tensor reduced(Tensor t, String names, String wanted) {
    String gone = except(names, wanted);
    if (gone.isEmpty()) return t;
    return t.sum(gone.chars().map(names::indexOf).toArray());
  }

  private static Tensor ordered(Tensor t, String names, String order) {
    return t.permute(order.chars().map(names::indexOf).toArray());
  }

  private Tensor product(Tensor x, String a, Tensor y, String b, String keep) {
    Tensor t = reduced(x, a, b + keep);
    Tensor u = reduced(y, b, a + keep);
    String an = only(a, b + keep);
    String bn = only(b, a + keep);
    String shared = only(an, bn);
    String batch = only(shared, keep);
    String summed = except(shared, keep);
    String rows = except(an, shared);
    String columns = except(bn, shared);
    int[] sizes = new int[128];
    note(sizes, an, t);
    note(sizes, bn, u);
    Tensor left =
        ordered(t, an, batch + rows + summed)
            .reshape(count(sizes, batch), count(sizes, rows), count(sizes, summed));
    Tensor right =
        ordered(u, bn, batch + summed + columns)
            .reshape(count(sizes, batch), count(sizes, summed), count(sizes, columns));
    String made = batch + rows + columns;
    int[] shape = made.chars().map(c -> sizes[c]).toArray();
    return ordered(left.matmul(right).reshape(shape), made, keep);
  }

  private void note(int[] sizes, String names, Tensor t) {
    for (int i = 0; i < names.length(); i++) {
      char c = names.charAt(i);
      if (sizes[c] != 0 && sizes[c] != t.shape[i]) throw differ(c, sizes[c], t.shape[i]);
      sizes[c] = t.shape[i];
    }
  }

  private static int count(int[] sizes, String names) {
    return names.chars().map(c -> sizes[c]).reduce(1, (p, q) -> p * q);
  }
}
