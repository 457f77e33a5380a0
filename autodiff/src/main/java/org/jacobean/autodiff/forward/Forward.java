package org.jacobean.autodiff.forward;

import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.analyze.Aliases;
import org.jacobean.autodiff.analyze.Inlining;
import org.jacobean.autodiff.analyze.Methods;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.ClassVisitor;

/**
 * A function and its directional derivatives as one static method: {@code forward(parameters,
 * tangents, stack)}, which returns the function's value and leaves tangents of it in the stack's
 * {@code ret} or {@code oret}.
 */
public final class Forward {
  public static final String NAME = "forward";

  private Forward() {}

  /**
   * What the caller must know of the method written.
   *
   * @param descriptor its descriptor
   * @param carries which parameters come with tangents, all of one parameter side by side
   * @param written which parameters' arrays the function overwrites
   * @param results the results before tangents were added
   */
  public record Written(
      Program program, String descriptor, boolean[] carries, boolean[] written, Value[] results) {}

  /** Writes the forward mode of a program, and of all it calls, into a class. */
  public static Written write(
      Program program,
      boolean[] active,
      int count,
      Methods methods,
      ClassVisitor out,
      String owner,
      Access access) {
    int n = program.params.size();
    boolean[] start = active.clone();
    for (int i = 0; i < n; i++) start[i] |= Aliases.isStack(program.params.get(i));
    Activity activity =
        Inlining.run(program, methods, start, new int[0][], Procedures.limit(count));
    Procedures procedures = new Procedures(methods, out, owner, access, count);
    Tangents probe = new Tangents(program, activity, count, procedures);
    boolean[] carries = new boolean[n];
    boolean[] written = new boolean[n];
    for (int i = 0; i < n; i++) {
      carries[i] = probe.carries(program.params.get(i));
      written[i] =
          program.params.get(i).isRef() && activity.aliases().writtenBelow(program.params.get(i));
    }
    Value[] results = program.results();
    String descriptor = procedures.write(NAME, program, activity);
    return new Written(program, descriptor, carries, written, results);
  }
}
