package org.jacobean.display.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jacobean.display.Bundle;
import org.jacobean.display.DisplayException.Undrawable;
import org.jacobean.display.Showable;

/** What can be drawn: shown as SVG, and as pixels where somebody asks for them. */
public interface Drawn extends Showable {
  Picture draw();

  @Override
  default Bundle show() {
    return draw().show();
  }

  /** In pixels, two for each of the picture's; a notebook shows it as PNG. */
  default BufferedImage image() {
    return image(2);
  }

  default BufferedImage image(double scale) {
    return Raster.of(draw(), scale);
  }

  /** Writes it where the path says, as its ending says: {@code .svg} or {@code .png}. */
  default void save(String file) {
    Path path = Path.of(file);
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    try {
      switch (ending) {
        case "svg" -> Files.writeString(path, draw().standalone(), StandardCharsets.UTF_8);
        case "png" -> ImageIO.write(image(), "png", path.toFile());
        default ->
            throw new Undrawable(
                file + " has an ending that is no picture's here: call it .svg or .png");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }
}
