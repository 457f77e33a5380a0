package org.jacobean.autodiff.compile;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jacobean.autodiff.analyze.Methods;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.emit.ClassWriting;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.forward.Forward;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.lift.World;

/** A class whose {@code run} computes several directional derivatives on a frame. */
final class ForwardClass {
  private final String name;
  private final ClassWriting out = new ClassWriting();
  private final Access access;
  private final Methods methods;
  private final Forward.Written written;
  private final int bound;
  private final int count;

  ForwardClass(String name, Program program, boolean[] active, int count, int bound, World world) {
    methods = new Methods(world);
    this.name = name;
    this.bound = bound;
    this.count = count;
    out.visit(
        V17,
        ACC_PUBLIC | ACC_FINAL,
        name,
        null,
        "java/lang/Object",
        new String[] {"org/jacobean/autodiff/tier/Sweep"});
    ReverseClass.constructor(out);
    access = new Access(world, name, out, false);
    int n = program.params.size();
    written = Forward.write(program, active, count, methods, out, name, access);
    run(n);
    access.close();
    out.visitEnd();
  }

  List<MethodHandle> handles() {
    return access.handles();
  }

  /** Whether numbers and values meet in it. */
  boolean crossed() {
    return methods.crossings().any();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void run(int n) {
    Code code =
        new Code(
            out.visitMethod(
                ACC_PUBLIC | ACC_FINAL,
                "run",
                "(Lorg/jacobean/autodiff/tier/Frame;)V",
                null,
                null));
    FrameAccess f = new FrameAccess(code);
    Program p = written.program();
    f.distinct(p, written.written(), bound);
    for (int i = 0; i < n; i++) f.argument(p.params.get(i), i, written.written()[i] && i >= bound);
    for (int i = 0; i < n; i++)
      for (int k = 0; k < count && written.carries()[i]; k++)
        if (p.params.get(i).isRef()) f.shadow(p.params.get(i), i, k * n + i);
        else f.number("adjoints", k * n + i);
    f.stack();
    code.callStatic(name, Forward.NAME, written.descriptor());
    Value[] r = written.results();
    if (r.length == 1) {
      f.result(r[0].kind, 0);
      for (int k = 0; k < count; k++) f.resultTangent(r[0].kind, k);
    }
    code.op(RETURN);
    code.end();
  }
}
