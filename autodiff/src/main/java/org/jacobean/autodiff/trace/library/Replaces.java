package org.jacobean.autodiff.trace.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The static methods of a class stand for those of the same name and descriptor of the named
 * classes; on a method, overrides the class's own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Replaces {
  /** The owners; none means the engine's facade, which the library must not import. */
  Class<?>[] value();

  /** Whether they stand for instance methods, the receiver first. */
  boolean instance() default false;

  /** The replaced method's name where it cannot be the same. */
  String name() default "";
}
