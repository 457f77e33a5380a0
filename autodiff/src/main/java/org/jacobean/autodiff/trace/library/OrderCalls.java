package org.jacobean.autodiff.trace.library;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jacobean.autodiff.trace.tape.Tape;
import org.jspecify.annotations.Nullable;

/** Natural order wherever the JDK would compare boxes itself. */
@SuppressWarnings({"rawtypes", "unchecked"})
public final class OrderCalls {
  private OrderCalls() {}

  @Replaces(Collections.class)
  public static void sort(List list) {
    list.sort(Values.ORDER);
  }

  @Replaces(Collections.class)
  public static void sort(List list, @Nullable Comparator order) {
    list.sort(order == null ? Values.ORDER : order);
  }

  @Replaces(value = List.class, instance = true, name = "sort")
  public static void sortList(List list, @Nullable Comparator order) {
    list.sort(order == null ? Values.ORDER : order);
  }

  @Replaces(Collections.class)
  public static Object max(Collection c) {
    return Collections.max(c, Values.ORDER);
  }

  @Replaces(Collections.class)
  public static Object min(Collection c) {
    return Collections.min(c, Values.ORDER);
  }

  @Replaces({Comparator.class, Collections.class})
  public static Comparator reverseOrder() {
    return Values.ORDER.reversed();
  }

  @Replaces(Comparator.class)
  public static Comparator naturalOrder() {
    return Values.ORDER;
  }

  @Replaces(Comparator.class)
  public static Comparator comparing(Function key) {
    return Comparator.comparing(key, Values.ORDER);
  }

  @Replaces(Comparator.class)
  public static Comparator comparingDouble(ToDoubleFunction key) {
    return Comparator.comparingDouble(o -> Tape.plain(key.applyAsDouble(o)));
  }

  @Replaces(value = Comparator.class, instance = true)
  public static Comparator thenComparing(Comparator first, Function key) {
    return first.thenComparing(key, Values.ORDER);
  }

  @Replaces(value = Comparator.class, instance = true)
  public static Comparator thenComparingDouble(Comparator first, ToDoubleFunction key) {
    return first.thenComparing(comparingDouble(key));
  }

  @Replaces(Map.Entry.class)
  public static Comparator comparingByValue() {
    return Map.Entry.comparingByValue(Values.ORDER);
  }

  @Replaces(Map.Entry.class)
  public static Comparator comparingByKey() {
    return Map.Entry.comparingByKey(Values.ORDER);
  }
}
