package org.jacobean.magics.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.ServiceLoader;
import org.jacobean.tensor.Tensor;
import org.jacobean.tensor.blas.Blas;
import org.jacobean.tensor.blas.NativeSource;
import org.junit.jupiter.api.Test;

/** Here OpenBLAS is not on the class path: it comes as it does in a notebook. */
class BlasSourceTest {
  @Test
  void openBlasComesFromTheRepositoryWhenTheFirstProductAsks() {
    List<NativeSource> sources =
        ServiceLoader.load(NativeSource.class).stream().map(ServiceLoader.Provider::get).toList();
    assertEquals(1, sources.size());
    assertEquals("OpenBLAS", Blas.best().name());
    Tensor a = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    assertEquals(10, a.matmul(a).get(0, 1));
  }

  @Test
  void platformsAreNamedAsBytedecoNamesThem() {
    assertEquals("linux-x86_64", BlasSource.platform("Linux", "amd64"));
    assertEquals("macosx-arm64", BlasSource.platform("Mac OS X", "aarch64"));
    assertEquals("windows-x86_64", BlasSource.platform("Windows 11", "amd64"));
  }
}
