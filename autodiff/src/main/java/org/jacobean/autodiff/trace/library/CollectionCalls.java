package org.jacobean.autodiff.trace.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Collections that look into their elements: by plain values in lists, refused as hashed keys. */
@SuppressWarnings({"rawtypes", "unchecked"})
@Replaces(value = Collection.class, instance = true)
public final class CollectionCalls {
  private CollectionCalls() {}

  public static boolean add(Collection c, @Nullable Object o) {
    if (c instanceof Set && !(c instanceof SortedSet)) {
      Guard.key(o, "Set.add");
    }
    return c.add(o);
  }

  public static boolean contains(Collection c, @Nullable Object o) {
    if (!(o instanceof Double) || c instanceof Set) {
      return c.contains(Values.plain(o));
    }
    return plain(c).contains(Values.plain(o));
  }

  public static boolean remove(Collection c, @Nullable Object o) {
    if (!(o instanceof Double) || c instanceof Set) {
      return c.remove(Values.plain(o));
    }
    for (Iterator it = c.iterator(); it.hasNext(); ) {
      if (Objects.equals(Values.plain(it.next()), Values.plain(o))) {
        it.remove();
        return true;
      }
    }
    return false;
  }

  @Replaces(value = List.class, instance = true)
  public static int indexOf(List c, @Nullable Object o) {
    return o instanceof Double ? plain(c).indexOf(Values.plain(o)) : c.indexOf(o);
  }

  @Replaces(value = List.class, instance = true)
  public static int lastIndexOf(List c, @Nullable Object o) {
    return o instanceof Double ? plain(c).lastIndexOf(Values.plain(o)) : c.lastIndexOf(o);
  }

  @Replaces(value = Map.class, instance = true)
  public static @Nullable Object put(Map m, @Nullable Object key, @Nullable Object value) {
    if (!(m instanceof SortedMap)) {
      Guard.key(key, "Map.put");
    }
    return m.put(key, value);
  }

  @Replaces(value = Map.class, instance = true)
  public static @Nullable Object putIfAbsent(Map m, @Nullable Object key, @Nullable Object value) {
    Guard.key(key, "Map.putIfAbsent");
    return m.putIfAbsent(key, value);
  }

  @Replaces(value = Map.class, instance = true)
  public static @Nullable Object get(Map m, @Nullable Object key) {
    return m.get(Values.plain(key));
  }

  @Replaces(value = Map.class, instance = true)
  public static boolean containsValue(Map m, @Nullable Object value) {
    return contains(m.values(), value);
  }

  private static List<Object> plain(Collection<?> c) {
    List<Object> plain = new ArrayList<>(c.size());
    for (Object o : c) {
      plain.add(Values.plain(o));
    }
    return plain;
  }
}
