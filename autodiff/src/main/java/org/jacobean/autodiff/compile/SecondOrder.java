package org.jacobean.autodiff.compile;

import java.util.Arrays;
import org.jacobean.autodiff.runtime.Memory;
import org.jacobean.autodiff.runtime.ValueStack;
import org.jacobean.autodiff.tier.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a gradient method differentiated forward, laid out in the order of its
 * parameters; called by generated code.
 *
 * <p>A layout has one word for each parameter of the gradient method: a letter for what it is (v
 * value, s shadow, w seed, a adjoints, t stack), {@code *} when it has tangents, {@code !} when the
 * function overwrites it, and the leaf or result it belongs to.
 */
public final class SecondOrder {
  public final @Nullable Object[] refs;
  public final double[] numbers;
  private final String layout;
  private final String[] words;

  /** The leaf or result each word belongs to. */
  private final int[] indices;

  private final int leaves;
  private final int count;
  private final ValueStack[] stacks;

  private SecondOrder(String layout, int leaves, int count) {
    this.layout = layout;
    words = layout.split(" ");
    indices = new int[words.length];
    for (int j = 0; j < words.length; j++) indices[j] = index(words[j]);
    this.leaves = leaves;
    this.count = count;
    refs = new Object[words.length * (count + 1) + 1];
    numbers = new double[refs.length];
    stacks = new ValueStack[count + 2];
    for (int k = 0; k < stacks.length; k++) stacks[k] = new ValueStack();
  }

  /** Lays out a frame's contents for a call. */
  public static SecondOrder of(Frame f, String layout, int leaves, int count) {
    SecondOrder s;
    if (f.memory instanceof SecondOrder old && old.layout.equals(layout)) s = old;
    else f.memory = s = new SecondOrder(layout, leaves, count);
    s.fill(f);
    return s;
  }

  private static int index(String word) {
    int n = 0;
    for (int i = 0; i < word.length(); i++)
      if (Character.isDigit(word.charAt(i))) n = n * 10 + word.charAt(i) - '0';
    return n;
  }

  private void fill(Frame f) {
    for (ValueStack s : stacks) s.reset();
    int next = words.length;
    for (int j = 0; j < words.length; j++) value(f, words[j], j);
    for (int j = 0; j < words.length; j++) {
      if (words[j].indexOf('*') < 0) continue;
      for (int k = 0; k < count; k++) tangent(f, words[j], j, k, next++);
    }
    refs[next] = stacks[count + 1];
  }

  private void value(Frame f, String word, int j) {
    int i = indices[j];
    switch (word.charAt(0)) {
      case 'v' -> {
        refs[j] = word.indexOf('!') >= 0 ? Memory.copy(f.refs[i]) : f.refs[i];
        numbers[j] = f.numbers[i];
      }
      case 's' -> refs[j] = zeros(refs[j], f.refs[i]);
      case 'w' -> {
        refs[j] = f.seedRefs[i];
        numbers[j] = f.seeds[i];
      }
      case 'a' -> refs[j] = new double[leaves];
      default -> refs[j] = stacks[0];
    }
  }

  private void tangent(Frame f, String word, int j, int k, int at) {
    int i = indices[j];
    switch (word.charAt(0)) {
      case 'v' -> {
        refs[at] = Memory.shadow(f.shadows[k * leaves + i], f.refs[i]);
        if (word.indexOf('!') >= 0) refs[at] = Memory.copy(refs[at]);
        numbers[at] = f.adjoints[k * leaves + i];
      }
      case 's' -> refs[at] = zeros(refs[at], f.refs[i]);
      case 'a' -> refs[at] = new double[leaves];
      case 't' -> refs[at] = stacks[k + 1];
      default -> refs[at] = refs[j];
    }
  }

  /** The array of the run before, cleared, when it fits. */
  private static @Nullable Object zeros(@Nullable Object kept, @Nullable Object array) {
    if (!(kept instanceof double[] a && array instanceof double[] b && a.length == b.length))
      return Memory.shadow(null, array);
    Arrays.fill(a, 0);
    return a;
  }

  /** Puts products where tangents came in, and the plain adjoints into the last group. */
  public void finish(Frame f) {
    int next = words.length;
    for (int j = 0; j < words.length; j++) {
      boolean tangents = words[j].indexOf('*') >= 0;
      take(f, j, count, j);
      for (int k = 0; tangents && k < count; k++) take(f, j, k, next++);
    }
  }

  private void take(Frame f, int j, int group, int at) {
    if (words[j].charAt(0) == 's') f.shadows[group * leaves + indices[j]] = refs[at];
    if (words[j].charAt(0) == 'a')
      System.arraycopy(
          (double[]) java.util.Objects.requireNonNull(refs[at]),
          0,
          f.adjoints,
          group * leaves,
          leaves);
  }
}
