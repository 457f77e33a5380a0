package org.jacobean.bench.objective;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The numbers of a data file, one after the other. */
public final class Numbers {
  private final String[] tokens;
  private int next;

  private Numbers(String[] tokens) {
    this.tokens = tokens;
  }

  /** A file under {@code adbench/}; white space and colons separate. */
  public static Numbers of(String file) {
    String text = text(file);
    return new Numbers(text.trim().split("[\\s:]+"));
  }

  /** The lines of such a file that are not blank. */
  public static String[] lines(String file) {
    return text(file).lines().filter(line -> !line.isBlank()).toArray(String[]::new);
  }

  private static String text(String file) {
    String path = "/adbench/" + file;
    try (InputStream in =
        Objects.requireNonNull(Numbers.class.getResourceAsStream(path), path + " is missing")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  public int integer() {
    return Integer.parseInt(tokens[next++]);
  }

  public double real() {
    return Double.parseDouble(tokens[next++]);
  }

  public double[] reals(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) values[i] = real();
    return values;
  }

  /** All that is left. */
  public double[] rest() {
    return reals(tokens.length - next);
  }
}
