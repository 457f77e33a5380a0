package org.jacobean.autodiff.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One interpretation of a method, from its arguments to its graph. */
final class Tracing {
  private final Target target;
  private final Recorder recorder;
  private final Machine machine;

  Tracing(Target target, int limit) {
    this.target = target;
    this.recorder = new Recorder(source(target), limit);
    this.machine = new Machine(recorder);
  }

  private static String source(Target target) {
    return target.name().startsWith("lambda$") ? "the lambda" : target.source();
  }

  ComputationGraph run(@Nullable Object[] arguments) {
    List<@Nullable Object> parameters = parameters(arguments);
    Place start = new Place(source(target), 0);
    int opcode = target.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL;
    Object result =
        machine.calls.method(
            opcode, target.owner(), target.name(), target.descriptor(), parameters, start);
    List<Node> outputs = new Outputs(machine, start).of(result, target.returnType());
    return new ComputationGraph(
        source(target),
        recorder.nodes,
        recorder.inputs,
        outputs,
        recorder.decisions,
        List.copyOf(new LinkedHashSet<>(recorder.loops)),
        List.copyOf(recorder.found()));
  }

  private List<@Nullable Object> parameters(@Nullable Object[] arguments) {
    Signature signature = Signature.of(target);
    List<Type> free = target.freeTypes();
    List<String> names = signature.names().subList(signature.bound(), signature.names().size());
    if (arguments.length != free.size()) {
      throw new BadArgument(
          "`"
              + source(target)
              + "` takes "
              + free.size()
              + " arguments "
              + names
              + ", and got "
              + arguments.length);
    }
    List<@Nullable Object> parameters = new ArrayList<>();
    List<Type> all = target.parameterTypes();
    for (int i = 0; i < signature.bound(); i++) {
      parameters.add(Values.fromJava(target.captured().get(i), all.get(i)));
    }
    Inputs inputs = new Inputs(machine);
    for (int i = 0; i < arguments.length; i++) {
      parameters.add(inputs.of(names.get(i), free.get(i), arguments[i]));
    }
    return parameters;
  }
}
