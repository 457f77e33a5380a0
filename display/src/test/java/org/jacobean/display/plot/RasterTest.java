package org.jacobean.display.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jacobean.display.DisplayException.Undrawable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RasterTest {
  private static final Plot LINE = Plots.line(new double[] {0, 1}, new double[] {0, 1}).title("up");

  @Test
  void pixelsHaveTheColoursOfThePicture() {
    BufferedImage image = Plots.heatmap(new double[][] {{1, 2}, {3, 4}}).image(1);
    assertEquals(560, image.getWidth());
    assertEquals(380, image.getHeight());
    Set<Integer> colours = colours(image);
    assertTrue(colours.contains(0x440154) && colours.contains(0xfde725), "viridis' two ends");
    assertEquals(0xffffff, image.getRGB(1, 1) & 0xffffff);
  }

  @Test
  void aLineGoesFromCornerToCorner() {
    BufferedImage image = LINE.image(1);
    int[] columns = new int[2];
    for (int half = 0; half < 2; half++) {
      for (int x = half * 280; x < (half + 1) * 280; x++) {
        int y = lineAt(image, x);
        columns[half] += y > 0 ? 1 : 0;
        assertTrue(y < 0 || (half == 0 ? y > 150 : y < 220), "x " + x + " y " + y);
      }
    }
    assertTrue(columns[0] > 150 && columns[1] > 150, columns[0] + " " + columns[1]);
  }

  private static int lineAt(BufferedImage image, int x) {
    for (int y = 0; y < image.getHeight(); y++) {
      if ((image.getRGB(x, y) & 0xffffff) == 0x0072b2) {
        return y;
      }
    }
    return -1;
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y) & 0xffffff);
      }
    }
    return colours;
  }

  @Test
  void picturesAreSavedAsTheirEndingSays(@TempDir Path folder) throws Exception {
    LINE.save(folder.resolve("a.png").toString());
    assertEquals(1120, ImageIO.read(folder.resolve("a.png").toFile()).getWidth());
    Plots.surface((x, y) -> x * y, -1, 1, -1, 1).save(folder.resolve("a.svg").toString());
    assertTrue(Files.readString(folder.resolve("a.svg")).startsWith("<svg"));
    String message = assertThrows(Undrawable.class, () -> LINE.save("a.gif")).getMessage();
    assertEquals("a.gif has an ending that is no picture's here: call it .svg or .png", message);
  }
}
