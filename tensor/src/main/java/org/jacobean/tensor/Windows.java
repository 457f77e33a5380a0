package org.jacobean.tensor;

import org.jacobean.autodiff.value.Partial;

/** Convolution and pooling of images [count, channels, height, width]: windows laid out as rows. */
final class Windows {
  private Windows() {}

  /** How windows lie on an image. */
  private record Grid(
      int count, int channels, int height, int width, int h, int w, int stride, int padding) {
    static Grid of(String operation, Tensor x, int h, int w, int stride, int padding) {
      if (x.rank() != 4)
        throw TensorException.of(
            operation,
            "images have shape count×channels×height×width, and this has " + Shapes.text(x.shape));
      Grid g = new Grid(x.shape[0], x.shape[1], x.shape[2], x.shape[3], h, w, stride, padding);
      if (stride < 1 || padding < 0 || g.down() < 1 || g.across() < 1)
        throw TensorException.of(
            operation,
            "a window of "
                + h
                + "×"
                + w
                + " by stride "
                + stride
                + " and padding "
                + padding
                + " does not fit into "
                + Shapes.text(x.shape));
      return g;
    }

    int down() {
      return Math.floorDiv(height + 2 * padding - h, stride) + 1;
    }

    int across() {
      return Math.floorDiv(width + 2 * padding - w, stride) + 1;
    }

    int rows() {
      return count * down() * across();
    }

    int columns() {
      return channels * h * w;
    }

    /** Where each number of each window lies in the flat images; −1 for padding. */
    int[] places() {
      int[] p = new int[rows() * columns()];
      int k = 0;
      for (int n = 0; n < count; n++)
        for (int y = 0; y < down(); y++)
          for (int x = 0; x < across(); x++)
            for (int c = 0; c < channels; c++)
              for (int i = 0; i < h; i++)
                for (int j = 0; j < w; j++) p[k++] = place(n, c, y * stride + i, x * stride + j);
      return p;
    }

    private int place(int n, int c, int y, int x) {
      int row = y - padding;
      int column = x - padding;
      boolean outside = row < 0 || row >= height || column < 0 || column >= width;
      return outside ? -1 : ((n * channels + c) * height + row) * width + column;
    }
  }

  /** Windows as rows; its transpose adds rows up to images again. */
  private static Tensor unfold(Tensor x, Grid g, int[] places) {
    double[] from = Blocks.array(x);
    double[] r = new double[places.length];
    for (int i = 0; i < r.length; i++) r[i] = places[i] < 0 ? 0 : from[places[i]];
    return Blocks.of(x.type(), new int[] {g.rows(), g.columns()}, r)
        .is("unfold", new Partial<>(x, t -> unfold(t, g, places), u -> fold(u, g, places)));
  }

  private static Tensor fold(Tensor u, Grid g, int[] places) {
    double[] from = Blocks.array(u);
    double[] r = new double[g.count * g.channels * g.height * g.width];
    for (int i = 0; i < from.length; i++) if (places[i] >= 0) r[places[i]] += from[i];
    int[] shape = {g.count, g.channels, g.height, g.width};
    return Blocks.of(u.type(), shape, r)
        .is("fold", new Partial<>(u, t -> fold(t, g, places), x -> unfold(x, g, places)));
  }

  /** Cross-correlation with kernels [out, channels, h, w], as everywhere called convolution. */
  static Tensor conv2d(Tensor x, Tensor kernels, int stride, int padding) {
    if (kernels.rank() != 4 || x.rank() == 4 && kernels.shape[1] != x.shape[1])
      throw TensorException.of(
          "conv2d",
          "images "
              + Shapes.text(x.shape)
              + " need kernels out×channels×height×width with as"
              + " many channels, and these are "
              + Shapes.text(kernels.shape));
    Grid g = Grid.of("conv2d", x, kernels.shape[2], kernels.shape[3], stride, padding);
    Tensor rows = unfold(x, g, g.places());
    Tensor flat = kernels.reshape(kernels.shape[0], -1);
    return rows.matmul(flat.t())
        .reshape(g.count, g.down(), g.across(), kernels.shape[0])
        .permute(0, 3, 1, 2);
  }

  /** The windows of each channel on its own: [count·channels·down·across, size·size]. */
  private static Tensor each(Tensor x, Grid g) {
    Tensor single = x.reshape(g.count * g.channels, 1, g.height, g.width);
    Grid one = new Grid(g.count * g.channels, 1, g.height, g.width, g.h, g.w, g.stride, 0);
    return unfold(single, one, one.places());
  }

  static Tensor maxPool2d(Tensor x, int size, int stride) {
    Grid g = Grid.of("maxPool2d", x, size, size, stride, 0);
    return each(x, g).max(1).reshape(g.count, g.channels, g.down(), g.across());
  }

  static Tensor avgPool2d(Tensor x, int size, int stride) {
    Grid g = Grid.of("avgPool2d", x, size, size, stride, 0);
    return each(x, g).mean(1).reshape(g.count, g.channels, g.down(), g.across());
  }
}
