package org.jacobean.kernel.session;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jacobean.kernel.session.load.SessionLoader;
import org.jacobean.kernel.session.read.MethodHeader;
import org.jacobean.kernel.session.scope.Declared.Kind;
import org.jacobean.kernel.session.scope.Live;
import org.jacobean.kernel.session.scope.Scope;
import org.jspecify.annotations.Nullable;

/** What a session has declared, as reflection sees it. */
final class SessionNames {
  private final Scope scope;
  private final SessionLoader loader;

  SessionNames(Scope scope, SessionLoader loader) {
    this.scope = scope;
    this.loader = loader;
  }

  List<String> imports() {
    return scope.imports().lines();
  }

  List<String> methodNames() {
    return names(Kind.METHOD);
  }

  List<String> typeNames() {
    return names(Kind.TYPE);
  }

  private List<String> names(Kind kind) {
    return scope.all().stream()
        .filter(live -> live.what().kind() == kind)
        .map(live -> live.what().name())
        .distinct()
        .toList();
  }

  List<Session.Variable> variables() {
    return scope.all().stream()
        .filter(live -> live.what().kind() == Kind.VARIABLE)
        .map(
            live ->
                new Session.Variable(live.what().name(), shortType(live.typeText()), value(live)))
        .toList();
  }

  /** Without the packages that every cell imports. */
  private static String shortType(String type) {
    return type.replaceAll(
        "\\bjava\\.(?:lang|util|util\\.function|util\\.stream|io|math)\\.(?=[A-Z])", "");
  }

  private @Nullable Object value(Live live) {
    try {
      return loader.sessionClass(live.holder().packaged()).getField(live.what().name()).get(null);
    } catch (ReflectiveOperationException | LinkageError gone) {
      return null;
    }
  }

  List<Method> methods(String name) {
    List<Method> found = new ArrayList<>();
    for (Live live : scope.named(name)) {
      if (live.what().kind() == Kind.METHOD) {
        methodOf(live).ifPresent(found::add);
      }
    }
    Collections.reverse(found);
    return found;
  }

  private java.util.Optional<Method> methodOf(Live live) {
    try {
      Class<?> wrapper = loader.sessionClass(live.holder().packaged());
      List<String> names = MethodHeader.of(live.what().source()).parameterNames();
      return Arrays.stream(wrapper.getDeclaredMethods())
          .filter(m -> m.getName().equals(live.what().name()) && !m.isSynthetic())
          .filter(m -> m.getParameterCount() == names.size())
          .filter(m -> live.what().declares(m))
          .findFirst();
    } catch (ReflectiveOperationException | LinkageError gone) {
      return java.util.Optional.empty();
    }
  }
}
