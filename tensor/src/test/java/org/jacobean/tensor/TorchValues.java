package org.jacobean.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What PyTorch computed, from the file its script wrote. */
record TorchValues(List<Tensor> inputs, List<Tensor> outputs, List<Tensor> gradients) {
  static Map<String, TorchValues> all() {
    Map<String, TorchValues> cases = new LinkedHashMap<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith("#")) continue;
      String[] w = line.split(" ");
      TorchValues v =
          cases.computeIfAbsent(
              w[0], q -> new TorchValues(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
      Tensor t = tensor(w);
      switch (w[1]) {
        case "input" -> v.inputs.add(t);
        case "output" -> v.outputs.add(t);
        default -> v.gradients.add(t);
      }
    }
    return cases;
  }

  private static Tensor tensor(String[] w) {
    int[] shape =
        w[2].equals("-")
            ? new int[0]
            : Arrays.stream(w[2].split("x")).mapToInt(Integer::parseInt).toArray();
    double[] x = Arrays.stream(w).skip(3).mapToDouble(Double::parseDouble).toArray();
    return Tensor.of(x).reshape(shape);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(TorchValues.class.getResourceAsStream("/torch-values.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
