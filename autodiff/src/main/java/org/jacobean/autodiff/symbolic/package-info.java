/**
 * Formulas: expressions, their derivatives with the rules used, and their printed forms; may import
 * graph.
 *
 * <pre>{@code
 * Var x = Expr.variable("x"), y = Expr.variable("y");
 * Expr f = Expr.parse("3*x^2 + 2*x*y + y^2");
 * f.derivative(x).unicode();          // 6x + 2y
 * Derivation.of(f, x).steps();        // sum rule, constant factor rule, power rule, ...
 * CompiledExpr.of(f, List.of(x, y));  // back to a function
 * }</pre>
 *
 * <p>Expressions are immutable and canonical by construction: sums and products are flat, like
 * terms are collected and numbers are exact. {@link Expr#simplified()} goes further and chooses,
 * among the forms that mean the same, the one a person would write.
 */
@NullMarked
package org.jacobean.autodiff.symbolic;

import org.jspecify.annotations.NullMarked;
