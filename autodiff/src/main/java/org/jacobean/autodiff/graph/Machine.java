package org.jacobean.autodiff.graph;

import java.util.HashMap;
import java.util.Map;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.lift.Lifter;
import org.jacobean.autodiff.lift.Program;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** What one interpretation keeps: what is written down, what memory holds, programs once lifted. */
final class Machine {
  private static final long MOST_STEPS = 20_000_000;
  private static final int DEEPEST_CALL = 600;

  final Recorder recorder;
  final Heap heap = new Heap();
  final Calls calls = new Calls(this);

  /** Whether an active number was made text; a number read from text may then depend on it. */
  boolean textMade;

  private final Map<String, Program> programs = new HashMap<>();
  private long steps;
  private int depth;

  Machine(Recorder recorder) {
    this.recorder = recorder;
  }

  Program program(Class<?> owner, MethodNode method) {
    String key = System.identityHashCode(owner) + owner.getName() + method.name + method.desc;
    Program known = programs.get(key);
    if (known == null) {
      known = Lifter.lift(Type.getInternalName(owner), method);
      programs.put(key, known);
    }
    return known;
  }

  void step(Place place) {
    if (++steps > MOST_STEPS) {
      throw new BadArgument(
          "The interpretation was stopped in "
              + place
              + " after "
              + MOST_STEPS
              + " steps: a graph or formula of so long a run is of no use; try fewer rounds");
    }
  }

  void enter(Place place) {
    if (++depth > DEEPEST_CALL) {
      throw new BadArgument(
          "The calls in "
              + place
              + " are nested more than "
              + DEEPEST_CALL
              + " deep; try smaller arguments");
    }
  }

  void leave() {
    depth--;
  }
}
