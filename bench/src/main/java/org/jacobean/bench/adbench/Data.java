package org.jacobean.bench.adbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads numbers from a data file among the resources, one after another. */
public final class Data {
  private final String[] words;
  private int next;

  public Data(String file) {
    words = text(file).trim().split("[\\s:]+");
  }

  static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(Data.class.getResourceAsStream("/adbench/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean more() {
    return next < words.length;
  }

  public String word() {
    return words[next++];
  }

  public int whole() {
    return Integer.parseInt(word());
  }

  public double number() {
    return Double.parseDouble(word());
  }

  public double[] numbers(int n) {
    double[] a = new double[n];
    for (int i = 0; i < n; i++) a[i] = number();
    return a;
  }

  /** All numbers of a file of reference values. */
  public static double[] reference(String name) {
    Data d = new Data("reference/" + name);
    return d.numbers(d.words.length);
  }
}
