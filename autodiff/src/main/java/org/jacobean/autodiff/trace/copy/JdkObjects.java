package org.jacobean.autodiff.trace.copy;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.BaseStream;
import org.jacobean.autodiff.error.NotDifferentiable;

/** Copies of the JDK's own objects, made through their public methods. */
final class JdkObjects {
  private JdkObjects() {}

  static Object copy(Object o, Copier to) {
    if (o instanceof Collection<?> c) {
      return Containers.copy(c, to);
    }
    if (o instanceof Map<?, ?> m) {
      return Containers.copy(m, to);
    }
    if (o instanceof Map.Entry<?, ?> e) {
      return to.remember(
          o, new AbstractMap.SimpleEntry<>(to.copy(e.getKey()), to.copy(e.getValue())));
    }
    if (o instanceof Optional<?> p) {
      return p.isEmpty() ? p : to.remember(o, Optional.ofNullable(to.copy(p.get())));
    }
    if (o instanceof Random r) {
      return to.remember(o, Draws.copy(r));
    }
    refuseConsumable(o);
    return to.remember(o, other(o, to));
  }

  private static Object other(Object o, Copier to) {
    if (o instanceof AtomicReference<?> a) {
      AtomicReference<Object> copy = to.remember(o, new AtomicReference<>());
      copy.set(to.copy(a.get()));
      return copy;
    }
    if (o instanceof AtomicInteger a) {
      return new AtomicInteger(a.get());
    }
    if (o instanceof AtomicLong a) {
      return new AtomicLong(a.get());
    }
    if (o instanceof AtomicBoolean a) {
      return new AtomicBoolean(a.get());
    }
    if (o instanceof StringBuilder s) {
      return new StringBuilder(s);
    }
    if (o instanceof StringBuffer s) {
      return new StringBuffer(s);
    }
    return mute(o);
  }

  /** What is printed in a traced run goes nowhere. Everything not known here is shared. */
  private static Object mute(Object o) {
    if (o instanceof PrintStream) {
      return new PrintStream(OutputStream.nullOutputStream());
    }
    if (o instanceof PrintWriter) {
      return new PrintWriter(Writer.nullWriter());
    }
    Class<?> c = o.getClass();
    return c == OutputStream.class ? OutputStream.nullOutputStream() : o;
  }

  private static void refuseConsumable(Object o) {
    if (o instanceof Iterator
        || o instanceof BaseStream
        || o instanceof Scanner
        || o instanceof InputStream
        || o instanceof Reader) {
      throw new NotDifferentiable(
          "A live " + o.getClass().getName(),
          "the function's captured state",
          0,
          "it can be read only once, and tracing runs the function a second time",
          "read it into an array or list before, and use that");
    }
  }

  /** The part of a user's object that a JDK superclass keeps: the elements of a collection. */
  @SuppressWarnings("unchecked")
  static void inherit(Object from, Object copy, Copier to) {
    if (from instanceof Collection<?> c && copy instanceof Collection<?> d) {
      Containers.fill(c, (Collection<Object>) d, to);
    } else if (from instanceof Map<?, ?> m && copy instanceof Map<?, ?> n) {
      Containers.fill(m, (Map<Object, Object>) n, to);
    }
  }
}
