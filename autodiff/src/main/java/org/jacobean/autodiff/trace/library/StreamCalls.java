package org.jacobean.autodiff.trace.library;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jacobean.autodiff.trace.tape.Arithmetic;
import org.jacobean.autodiff.trace.tape.Primitive;

/** Streams compute in order, in the calling thread; their sums and orders are by rule. */
@Replaces(
    value = {DoubleStream.class, Stream.class},
    instance = true)
public final class StreamCalls {
  private StreamCalls() {}

  public static double sum(DoubleStream s) {
    return sum(s.toArray());
  }

  /** The sum; its value as the JDK's compensated summation rounds it. */
  static double sum(double[] a) {
    double value = DoubleStream.of(Values.plain(a)).sum();
    if (!Values.anyActive(a)) {
      return value;
    }
    double sum = 0;
    for (double d : a) {
      sum = Arithmetic.add(sum, d);
    }
    return Primitive.revalued(sum, value);
  }

  static double average(double[] a) {
    double value = DoubleStream.of(Values.plain(a)).average().orElse(0);
    return Values.anyActive(a)
        ? Primitive.revalued(Arithmetic.div(sum(a), a.length), value)
        : value;
  }

  public static OptionalDouble average(DoubleStream s) {
    double[] a = s.toArray();
    return a.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(average(a));
  }

  public static OptionalDouble max(DoubleStream s) {
    return s.reduce(MathCalls::max);
  }

  public static OptionalDouble min(DoubleStream s) {
    return s.reduce(MathCalls::min);
  }

  public static DoubleStream sorted(DoubleStream s) {
    double[] a = s.toArray();
    ArraysCalls.sort(a);
    return DoubleStream.of(a);
  }

  public static DoubleStream distinct(DoubleStream s) {
    return distinct(s.boxed()).mapToDouble(d -> d);
  }

  public static <T> Stream<T> distinct(Stream<T> s) {
    java.util.Set<Object> seen = new java.util.HashSet<>();
    return s.filter(o -> seen.add(Values.plain(o)));
  }

  public static DoubleSummaryStatistics summaryStatistics(DoubleStream s) {
    double[] a = s.toArray();
    if (Values.anyActive(a)) {
      throw Guard.refuse("DoubleStream.summaryStatistics", "use sum, average, max and min");
    }
    return DoubleStream.of(a).summaryStatistics();
  }

  public static <T> Stream<T> sorted(Stream<T> s) {
    return s.sorted(Values.ORDER);
  }

  @Replaces(
      value = {
        BaseStream.class,
        Stream.class,
        DoubleStream.class,
        IntStream.class,
        LongStream.class
      },
      instance = true)
  public static BaseStream<?, ?> parallel(BaseStream<?, ?> s) {
    return s;
  }

  public static DoubleStream parallel(DoubleStream s) {
    return s;
  }

  @Replaces(value = IntStream.class, instance = true)
  public static IntStream parallel(IntStream s) {
    return s;
  }

  @Replaces(value = LongStream.class, instance = true)
  public static LongStream parallel(LongStream s) {
    return s;
  }

  @Replaces(value = Collection.class, instance = true)
  public static <T> Stream<T> parallelStream(Collection<T> s) {
    return s.stream();
  }
}
