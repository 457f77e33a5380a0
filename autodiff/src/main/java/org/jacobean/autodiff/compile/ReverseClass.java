package org.jacobean.autodiff.compile;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jacobean.autodiff.analyze.Methods;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.emit.ClassWriting;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.lift.World;
import org.jacobean.autodiff.reverse.Gradient;

/** A class whose {@code run} computes a gradient on a frame. */
final class ReverseClass {
  private final String name;
  private final ClassWriting out = new ClassWriting();
  private final Access access;
  private final Methods methods;
  private final Gradient.Written written;
  private final int bound;

  ReverseClass(
      String name, Program program, boolean[] active, int bound, World world, boolean reread) {
    methods = new Methods(world);
    this.name = name;
    this.bound = bound;
    out.visit(
        V17,
        ACC_PUBLIC | ACC_FINAL,
        name,
        null,
        "java/lang/Object",
        new String[] {"org/jacobean/autodiff/tier/Sweep"});
    constructor(out);
    access = new Access(world, name, out, reread);
    written = Gradient.write(program, active, methods, out, name, access);
    run();
    access.close();
    out.visitEnd();
  }

  List<MethodHandle> handles() {
    return access.handles();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Whether numbers and values meet in it. */
  boolean crossed() {
    return methods.crossings().any();
  }

  Gradient.Written written() {
    return written;
  }

  static void constructor(ClassWriting out) {
    Code c = new Code(out.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null));
    c.load(Kind.REF, c.local(Kind.REF));
    c.out.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    c.op(RETURN);
    c.end();
  }

  private void run() {
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
    int n = p.params.size();
    f.distinct(p, written.written(), bound);
    for (int i = 0; i < n; i++) f.argument(p.params.get(i), i, written.written()[i] && i >= bound);
    for (int i = 0; i < n; i++) if (written.shadowed()[i]) f.shadow(p.params.get(i), i, i);
    Value[] r = p.results();
    for (int i = 0; i < r.length; i++) {
      if (r[i].kind.real()) f.number("seeds", i);
      else if (r[i].isRef()) f.object("seedRefs", i);
    }
    f.array("adjoints", "[D");
    f.stack();
    code.callStatic(name, Gradient.NAME, written.descriptor());
    if (r.length == 1) f.result(r[0].kind, 0);
    code.op(RETURN);
    code.end();
  }
}
