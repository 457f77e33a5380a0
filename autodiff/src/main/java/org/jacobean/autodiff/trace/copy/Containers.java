package org.jacobean.autodiff.trace.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Collections and maps of the JDK rebuilt with copied elements, in the same order. */
final class Containers {
  private Containers() {}

  static Object copy(Collection<?> c, Copier to) {
    String name = c.getClass().getName();
    if (name.equals("java.util.Arrays$ArrayList")) {
      return to.remember(
          c, Arrays.asList((Object[]) java.util.Objects.requireNonNull(to.copy(c.toArray()))));
    }
    Collection<Object> copy = empty(c, to);
    boolean fixed = !modifiable(name);
    if (!fixed) {
      to.remember(c, copy);
    }
    fill(c, copy, to);
    if (fixed) {
      return to.remember(c, unmodifiable(copy));
    }
    return c.getClass() == HashSet.class ? ordered(c, copy, to) : copy;
  }

  static void fill(Collection<?> from, Collection<Object> copy, Copier to) {
    for (Object o : from) {
      copy.add(to.copy(o));
    }
  }

  static void fill(Map<?, ?> from, Map<Object, @Nullable Object> copy, Copier to) {
    from.forEach((k, v) -> copy.put(to.copy(k), to.copy(v)));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Collection<Object> empty(Collection<?> c, Copier to) {
    if (c instanceof EnumSet<?> s) {
      EnumSet all = EnumSet.complementOf(s);
      all.addAll(s);
      Object any = all.isEmpty() ? null : to.copy(all.iterator().next());
      return any == null
          ? new HashSet<>()
          : (Collection) EnumSet.noneOf(((Enum) any).getDeclaringClass());
    }
    if (c instanceof SortedSet<?> s) {
      return new TreeSet<>((Comparator<Object>) order(s.comparator(), to));
    }
    if (c instanceof PriorityQueue<?> q) {
      return new PriorityQueue<>((Comparator<Object>) order(q.comparator(), to));
    }
    if (c instanceof Set) {
      return c.getClass() == HashSet.class ? new HashSet<>() : new LinkedHashSet<>();
    }
    if (c instanceof LinkedList) {
      return new LinkedList<>();
    }
    return c instanceof Deque ? new ArrayDeque<>() : list(c);
  }

  private static Collection<Object> list(Collection<?> c) {
    if (c instanceof java.util.Stack) {
      return new java.util.Stack<>();
    }
    if (c instanceof java.util.Vector) {
      return new java.util.Vector<>();
    }
    return c instanceof java.util.concurrent.CopyOnWriteArrayList
        ? new java.util.concurrent.CopyOnWriteArrayList<>()
        : new ArrayList<>(c.size());
  }

  private static @Nullable Object order(@Nullable Object comparator, Copier to) {
    return comparator == null ? to.naturalOrder() : to.copy(comparator);
  }

  private static boolean modifiable(String name) {
    return !name.startsWith("java.util.ImmutableCollections")
        && !name.startsWith("java.util.Collections$");
  }

  private static Object unmodifiable(Collection<Object> c) {
    if (c instanceof List<Object> l) {
      return Collections.unmodifiableList(l);
    }
    return c instanceof Set<Object> s
        ? Collections.unmodifiableSet(s)
        : Collections.unmodifiableCollection(c);
  }

  /** Objects hashed by identity come in another order; sums over them would round otherwise. */
  private static Object ordered(Collection<?> from, Collection<Object> copy, Copier to) {
    List<Object> wanted = new ArrayList<>();
    fill(from, wanted, to);
    return wanted.equals(new ArrayList<>(copy))
        ? copy
        : to.remember(from, new LinkedHashSet<>(wanted));
  }

  static Object copy(Map<?, ?> m, Copier to) {
    Map<Object, @Nullable Object> copy = empty(m, to);
    boolean fixed = !modifiable(m.getClass().getName());
    if (!fixed) {
      to.remember(m, copy);
    }
    fill(m, copy, to);
    if (!fixed) {
      return ordered(m, copy, to);
    }
    return to.remember(m, Collections.unmodifiableMap(copy));
  }

  private static Object ordered(Map<?, ?> m, Map<Object, @Nullable Object> copy, Copier to) {
    List<Object> wanted = new ArrayList<>();
    fill(m.keySet(), wanted, to);
    if (wanted.equals(new ArrayList<>(copy.keySet()))) {
      return copy;
    }
    Map<Object, @Nullable Object> linked = new LinkedHashMap<>();
    fill(m, linked, to);
    return to.remember(m, linked);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<Object, @Nullable Object> empty(Map<?, ?> m, Copier to) {
    if (m instanceof EnumMap && !m.isEmpty()) {
      Enum<?> key = (Enum<?>) to.copy(m.keySet().iterator().next());
      return (Map) new EnumMap(java.util.Objects.requireNonNull(key).getDeclaringClass());
    }
    if (m instanceof SortedMap<?, ?> s) {
      return new TreeMap<>((Comparator<Object>) order(s.comparator(), to));
    }
    if (m instanceof java.util.IdentityHashMap) {
      return new java.util.IdentityHashMap<>();
    }
    if (m instanceof ConcurrentHashMap) {
      return (Map) new ConcurrentHashMap<>();
    }
    return m.getClass() == HashMap.class ? new HashMap<>() : new LinkedHashMap<>();
  }
}
