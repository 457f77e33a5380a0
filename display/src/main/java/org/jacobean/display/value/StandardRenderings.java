package org.jacobean.display.value;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jacobean.display.Bundle;

/** What every notebook shows well without anyone's doing; knows by type which look fits. */
final class StandardRenderings {
  private StandardRenderings() {}

  /** By type alone; of the paths only those to pictures turn out to have a look. */
  static boolean knows(Object value) {
    return value.getClass().isArray()
        || value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value instanceof Record
        || value instanceof Throwable
        || value instanceof Path
        || value instanceof BufferedImage
        || isTablesaw(value.getClass());
  }

  static Optional<Bundle> render(Object value) {
    if (value.getClass().isArray()) {
      return Optional.of(ArrayLook.render(value));
    }
    if (value instanceof Collection<?> items) {
      return Optional.of(CollectionLook.render(items));
    }
    if (value instanceof Map<?, ?> map) {
      return Optional.of(CollectionLook.render(map));
    }
    if (value instanceof Record record) {
      return Optional.of(RecordLook.render(record));
    }
    if (value instanceof Throwable thrown) {
      return Optional.of(ThrowableLook.render(thrown));
    }
    return rarer(value);
  }

  private static Optional<Bundle> rarer(Object value) {
    if (value instanceof Path path) {
      return PictureLook.render(path);
    }
    if (isTablesaw(value.getClass())) {
      return TablesawLook.render(value);
    }
    return value instanceof BufferedImage image
        ? Optional.of(PictureLook.render(image))
        : Optional.empty();
  }

  /** Asked by name, so that Tablesaw is loaded by those alone who use it. */
  private static boolean isTablesaw(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().startsWith("tech.tablesaw.")) {
        return true;
      }
    }
    return false;
  }
}
