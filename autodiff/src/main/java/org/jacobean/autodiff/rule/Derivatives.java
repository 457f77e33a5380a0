package org.jacobean.autodiff.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The derivative of a static method, written by hand in methods of the same class. Either {@code
 * partials}, for numbers to a number; or {@code forward} and {@code reverse}, one or both:
 *
 * <pre>{@code
 * @Derivatives(partials = "slope")
 * static double softplus(double x) { … }
 * static double slope(double x) { return 1 / (1 + Math.exp(-x)); }
 *
 * @Derivatives(forward = "along", reverse = "back")
 * static double norm(double[] x) { … }
 * static double along(double[] x, double[] dx) { … }      // arguments, tangents → tangent
 * static void back(double[] x, double w, double[] into) { … } // arguments, weight, sums to add to
 * }</pre>
 *
 * <p>A reverse method adds to arrays; the partial derivative by a number it returns, those by
 * several numbers it returns as an array.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Derivatives {
  /** One method for each parameter, in order, taking what the function takes. */
  String[] partials() default {};

  /** Takes the arguments, then a tangent for each number or array; gives the result's tangent. */
  String forward() default "";

  /** Takes the arguments, the weight of the result, then an array to add to for each array. */
  String reverse() default "";
}
