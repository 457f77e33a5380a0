package org.jacobean.display.value;

import java.lang.reflect.Array;
import java.util.Optional;
import org.jacobean.display.Numbers;

/** What many numbers have in common: least, greatest, mean, norm and how many are no numbers. */
public record Range(long count, double least, double greatest, double mean, double norm, long nan) {

  /** Of a numeric array of any depth; empty when it holds none or something else. */
  public static Optional<Range> of(Object array) {
    Sum sum = new Sum();
    boolean numeric = sum.add(array);
    return numeric && sum.count > 0 ? Optional.of(sum.range()) : Optional.empty();
  }

  public String sentence() {
    return "from "
        + Numbers.format(least)
        + " to "
        + Numbers.format(greatest)
        + ", mean "
        + Numbers.format(mean)
        + (nan == 0 ? "" : ", " + nan + " NaN");
  }

  private static final class Sum {
    long count;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double total;
    double squares;
    long nan;

    boolean add(Object value) {
      if (value instanceof double[] numbers) {
        for (double number : numbers) {
          add(number);
        }
        return true;
      }
      return value != null && value.getClass().isArray() && addEach(value);
    }

    private boolean addEach(Object array) {
      for (int i = 0; i < Array.getLength(array); i++) {
        Object element = Array.get(array, i);
        if (element instanceof Number number) {
          add(number.doubleValue());
        } else if (!add(element)) {
          return false;
        }
      }
      return true;
    }

    private void add(double number) {
      count++;
      if (Double.isNaN(number)) {
        nan++;
        return;
      }
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
      total += number;
      squares += number * number;
    }

    Range range() {
      long numbers = count - nan;
      return numbers == 0
          ? new Range(count, Double.NaN, Double.NaN, Double.NaN, Double.NaN, nan)
          : new Range(count, least, greatest, total / numbers, Math.sqrt(squares), nan);
    }
  }
}
