package io.github.spencerpark.ijava.magics;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.kernel.JavaKernel.Paths;

/** What notebooks called on IJava's resolver; the magics of the running kernel do it. */
public final class MavenResolver {
  public void addRemoteRepo(String name, String url) {
    run("%mavenRepo " + name + " " + url);
  }

  public void addMavenRepo(List<String> nameAndUrl) {
    run("%mavenRepo " + String.join(" ", nameAndUrl));
  }

  public void addMavenDependencies(List<String> coordinates) {
    run("%maven " + String.join(" ", coordinates));
  }

  public void addJarsToClasspath(Iterable<String> jars) {
    jars.forEach(jar -> run(Paths.magic(jar)));
  }

  private static void run(String magic) {
    BaseKernel.notebookKernel().evalRaw(magic);
  }
}
