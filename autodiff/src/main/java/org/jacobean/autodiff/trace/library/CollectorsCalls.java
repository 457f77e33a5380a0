package org.jacobean.autodiff.trace.library;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Collectors that sum doubles. */
@Replaces(Collectors.class)
public final class CollectorsCalls {
  private CollectorsCalls() {}

  public static <T> Collector<T, ?, Double> summingDouble(ToDoubleFunction<? super T> f) {
    return collecting(f, StreamCalls::sum);
  }

  public static <T> Collector<T, ?, Double> averagingDouble(ToDoubleFunction<? super T> f) {
    return collecting(f, a -> a.length == 0 ? 0 : StreamCalls.average(a));
  }

  private static <T> Collector<T, ?, Double> collecting(
      ToDoubleFunction<? super T> f, ToDoubleFunction<double[]> finish) {
    return Collector.<T, List<Double>, Double>of(
        ArrayList::new,
        (list, t) -> list.add(f.applyAsDouble(t)),
        (a, b) -> {
          a.addAll(b);
          return a;
        },
        list -> finish.applyAsDouble(list.stream().mapToDouble(d -> d).toArray()));
  }

  public static <T> Collector<T, ?, java.util.DoubleSummaryStatistics> summarizingDouble(
      ToDoubleFunction<? super T> f) {
    return Collectors.summarizingDouble(
        t -> Guard.plain(f.applyAsDouble(t), "Collectors.summarizingDouble"));
  }

  public static <T, K> Collector<T, ?, java.util.Map<K, List<T>>> groupingBy(
      Function<? super T, ? extends K> key) {
    return Collectors.groupingBy(
        t -> {
          K k = key.apply(t);
          Guard.key(k, "Collectors.groupingBy");
          return k;
        });
  }
}
