package org.jacobean.autodiff.trace.rewrite;

import org.jacobean.autodiff.trace.library.Bootstraps;
import org.jacobean.autodiff.trace.library.Elementary;
import org.jacobean.autodiff.trace.library.Guard;
import org.jacobean.autodiff.trace.library.MathCalls;
import org.jacobean.autodiff.trace.library.OrderCalls;
import org.jacobean.autodiff.trace.library.OutputCalls;
import org.jacobean.autodiff.trace.tape.Arithmetic;
import org.jacobean.autodiff.trace.tape.Comparison;
import org.jacobean.autodiff.trace.tape.Originals;
import org.jacobean.autodiff.trace.tape.Tape;
import org.jacobean.autodiff.trace.tape.Texts;
import org.jacobean.autodiff.trace.tape.Written;
import org.objectweb.asm.Type;

/** Internal names of the runtime that rewritten code calls. */
final class Names {
  static final String ARITHMETIC = Type.getInternalName(Arithmetic.class);
  static final String COMPARISON = Type.getInternalName(Comparison.class);
  static final String TAPE = Type.getInternalName(Tape.class);
  static final String ORIGINALS = Type.getInternalName(Originals.class);
  static final String TEXTS = Type.getInternalName(Texts.class);
  static final String WRITTEN = Type.getInternalName(Written.class);
  static final String GUARD = Type.getInternalName(Guard.class);
  static final String OUTPUT = Type.getInternalName(OutputCalls.class);
  static final String ORDER = Type.getInternalName(OrderCalls.class);
  static final String MATH = Type.getInternalName(MathCalls.class);
  static final String ELEMENTARY = Type.getInternalName(Elementary.class);
  static final String BOOTSTRAPS = Type.getInternalName(Bootstraps.class);

  static final String UNARY = "(D)D";
  static final String BINARY = "(DD)D";

  private Names() {}
}
