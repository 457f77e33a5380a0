package org.jacobean.display.value;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jacobean.display.Bundle;
import org.jspecify.annotations.Nullable;

/** Pictures: images in memory, and paths whose name says that a picture lies there. */
final class PictureLook {
  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "svg", "image/svg+xml");

  /** A notebook that swallows more than this becomes hard to open. */
  private static final long LARGEST = 20L << 20;

  private PictureLook() {}

  static Bundle render(BufferedImage image) {
    String text = "picture, " + image.getWidth() + " × " + image.getHeight() + " pixels";
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      return ImageIO.write(image, "png", png)
          ? Bundle.of(text).with("image/png", Base64.getEncoder().encodeToString(png.toByteArray()))
          : Bundle.of(text + " (its colour model has no PNG form)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when the path names no readable picture: then it is shown as a path. */
  static Optional<Bundle> render(Path path) {
    String mime = type(path);
    if (mime == null || !Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      if (Files.size(path) > LARGEST) {
        return Optional.of(Bundle.of(path + " (over 20 MB, too large to embed)"));
      }
      byte[] bytes = Files.readAllBytes(path);
      String content =
          mime.endsWith("xml")
              ? new String(bytes, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(bytes);
      return Optional.of(Bundle.of(path.toString()).with(mime, content));
    } catch (IOException e) {
      return Optional.of(Bundle.of(path + " (not readable: " + e.getMessage() + ")"));
    }
  }

  private static @Nullable String type(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
  }
}
