package org.jacobean.magics.tablesaw;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.display.Bundle;
import org.jacobean.kernel.extend.ValueRenderer;

/** Tables and columns of a Tablesaw the user loaded, which are other classes than ours. */
public final class UserTables implements ValueRenderer {
  private static final String LOOK = "org.jacobean.display.value.TablesawLook";

  private final Map<ClassLoader, Method> looks = new WeakHashMap<>();

  @Override
  public boolean renders(Object value) {
    ClassLoader loader = value.getClass().getClassLoader();
    return loader != null
        && loader != getClass().getClassLoader()
        && value.getClass().getName().startsWith("tech.tablesaw.")
        && isTableOrColumn(value.getClass());
  }

  private static boolean isTableOrColumn(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      boolean table = c.getName().equals("tech.tablesaw.table.Relation");
      if (table || c.getName().equals("tech.tablesaw.columns.AbstractColumn")) {
        return true;
      }
    }
    return false;
  }

  /** A version too different for our look still has its own text. */
  @Override
  public DisplayData render(Object value) {
    try {
      Object look = look(value.getClass().getClassLoader()).invoke(null, value);
      if (look instanceof Optional<?> found && found.orElse(null) instanceof Bundle bundle) {
        return bundle.toDisplayData();
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      return new DisplayData(String.valueOf(value));
    }
    return new DisplayData(String.valueOf(value));
  }

  private synchronized Method look(ClassLoader users) throws ReflectiveOperationException {
    Method known = looks.get(users);
    if (known == null) {
      Class<?> type = new LookLoader(users).loadClass(LOOK);
      known = type.getDeclaredMethod("render", Object.class);
      known.setAccessible(true);
      looks.put(users, known);
    }
    return known;
  }
}
