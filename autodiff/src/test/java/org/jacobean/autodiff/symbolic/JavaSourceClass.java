package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Formulas printed as Java, compiled by javac. */
final class JavaSourceClass {
  private final Class<?> compiled;

  private JavaSourceClass(Class<?> compiled) {
    this.compiled = compiled;
  }

  static JavaSourceClass of(List<Expr> formulas) throws Exception {
    StringBuilder source = new StringBuilder("public class Printed {\n");
    for (int i = 0; i < formulas.size(); i++) {
      source
          .append("public static double f")
          .append(i)
          .append("(double x, double y, double[] w) {");
      source.append("return ").append(formulas.get(i).java()).append(";}\n");
    }
    return new JavaSourceClass(compile(source.append("}").toString()));
  }

  private static Class<?> compile(String source) throws Exception {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Path out = Files.createTempDirectory("printed");
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Printed.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignore) {
            return source;
          }
        };
    List<String> options = List.of("-d", out.toString());
    assertEquals(true, javac.getTask(null, null, null, options, null, List.of(file)).call());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {out.toUri().toURL()})) {
      return loader.loadClass("Printed");
    }
  }

  double value(int formula, double x, double y, double[] w) throws Exception {
    Method f = compiled.getMethod("f" + formula, double.class, double.class, double[].class);
    return (double) f.invoke(null, x, y, w);
  }
}
