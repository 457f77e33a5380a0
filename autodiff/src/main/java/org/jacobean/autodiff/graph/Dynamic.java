package org.jacobean.autodiff.graph;

import java.util.Arrays;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What invokedynamic makes: lambdas and text. */
final class Dynamic {
  private static final String CONCAT = "java/lang/invoke/StringConcatFactory";

  private Dynamic() {}

  static Object evaluate(
      Machine machine,
      InvokeDynamicInsnNode d,
      Class<?> owner,
      @Nullable Object[] arguments,
      Place place) {
    if (d.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      Class<?> type = Reflection.classOf(Type.getReturnType(d.desc), owner);
      return new Closure((Handle) d.bsmArgs[1], Arrays.asList(arguments), type, owner);
    }
    if (d.bsm.getOwner().equals(CONCAT)) {
      machine.textMade |= Arrays.stream(arguments).anyMatch(Values::isActive);
      return text(d, arguments);
    }
    throw new NotDifferentiable(
        "`" + d.name + "` by " + d.bsm.getOwner().replace('/', '.'),
        place.method(),
        place.line(),
        "what it does is not in the bytecode",
        "write it as an ordinary method");
  }

  /** Puts arguments for \1 and constants for \2 into the recipe. */
  private static String text(InvokeDynamicInsnNode d, @Nullable Object[] arguments) {
    Type[] types = Type.getArgumentTypes(d.desc);
    String recipe =
        d.bsmArgs.length > 0 ? (String) d.bsmArgs[0] : "\u0001".repeat(arguments.length);
    StringBuilder text = new StringBuilder();
    int argument = 0;
    int constant = 1;
    for (char c : recipe.toCharArray()) {
      if (c == '\u0001') {
        text.append(Values.toJava(arguments[argument], types[argument]));
        argument++;
      } else {
        text.append(c == '\u0002' ? d.bsmArgs[constant++] : c);
      }
    }
    return text.toString();
  }
}
