package org.jacobean.autodiff.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jacobean.autodiff.trace.rewrite.CallTable;
import org.jacobean.autodiff.trace.rewrite.Treatment;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

/**
 * Every public method and constructor of java.base that takes or returns doubles, and what tracing
 * does with it. The list lies beside this test; a method the list lacks must fall to a refusal or
 * be constant, so a newer JDK can add methods but never a wrong number.
 */
class JdkDoublesTest {
  private static final String LIST = "/org/jacobean/autodiff/trace/jdk-doubles.txt";
  private static final CallTable TABLE = new CallTable();

  @Test
  void eachHasARuleOrPassesOnOrIsConstantOrRefused() throws Exception {
    Set<String> found = new TreeSet<>();
    for (Class<?> c : publicClasses()) {
      for (Method m : c.getDeclaredMethods()) {
        enter(c, m, m.getName(), Type.getMethodDescriptor(m), found);
      }
      for (Constructor<?> k : c.getDeclaredConstructors()) {
        enter(c, k, "<init>", Type.getConstructorDescriptor(k), found);
      }
    }
    String written = System.getProperty("jacobean.write.list");
    if (written != null) {
      Files.write(Path.of(written), found);
    }
    List<String> held = held();
    List<String> wrong =
        held.stream()
            .filter(line -> !found.contains(line))
            .filter(line -> found.stream().anyMatch(f -> f.endsWith(" " + call(line))))
            .toList();
    assertEquals(List.of(), wrong, "treated otherwise than the list says");
    List<String> unlisted =
        found.stream()
            .filter(f -> held.stream().noneMatch(line -> call(line).equals(call(f))))
            .filter(f -> !f.startsWith("refused ") && !f.startsWith("constant "))
            .filter(f -> !f.startsWith("rule "))
            .toList();
    assertEquals(List.of(), unlisted, "passed on without anyone having looked at it");
    assertTrue(found.size() > 250, "the walk finds the JDK's methods: " + found.size());
  }

  private static String call(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private static List<String> held() throws IOException {
    try (var in = JdkDoublesTest.class.getResourceAsStream(LIST)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static void enter(
      Class<?> c, Executable e, String name, String descriptor, Set<String> found) {
    boolean visible = Modifier.isPublic(e.getModifiers()) || Modifier.isProtected(e.getModifiers());
    boolean bridge = e instanceof Method m && m.isBridge();
    boolean doubles =
        Arrays.stream(e.getParameterTypes()).anyMatch(JdkDoublesTest::isDouble)
            || e instanceof Method m && isDouble(m.getReturnType());
    if (!visible || bridge || !doubles) {
      return;
    }
    String owner = Type.getInternalName(c);
    Treatment t = TABLE.treatment(owner, name, descriptor, Modifier.isStatic(e.getModifiers()));
    found.add(t.name().toLowerCase(java.util.Locale.ROOT) + " " + owner + "." + name + descriptor);
  }

  private static boolean isDouble(Class<?> c) {
    return c == double.class || c == double[].class || c == Double.class;
  }

  private static Set<Class<?>> publicClasses() throws IOException {
    ModuleReference base =
        ModuleLayer.boot().configuration().findModule("java.base").orElseThrow().reference();
    Set<String> exported =
        base.descriptor().exports().stream()
            .filter(e -> !e.isQualified())
            .map(java.lang.module.ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    try (var reader = base.open();
        var names = reader.list()) {
      return names
          .filter(n -> n.endsWith(".class") && n.startsWith("java/"))
          .map(n -> n.substring(0, n.length() - 6).replace('/', '.'))
          .filter(n -> exported.contains(n.substring(0, n.lastIndexOf('.'))))
          .map(JdkDoublesTest::load)
          .filter(c -> Modifier.isPublic(c.getModifiers()))
          .collect(Collectors.toSet());
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
