package org.jacobean.autodiff.compile;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jacobean.autodiff.analyze.Methods;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.emit.ClassWriting;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.forward.Forward;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Lifter;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.lift.World;
import org.jacobean.autodiff.reverse.Gradient;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class whose {@code run} computes Hessian-vector products: a gradient's own code, read again and
 * differentiated forward.
 */
final class SecondOrderClass {
  private final String name;
  private final ClassWriting out = new ClassWriting();
  private final Access access;
  private final StringBuilder layout = new StringBuilder();

  SecondOrderClass(
      String name, ReverseClass reverse, boolean[] active, int bound, int count, World world) {
    this.name = name;
    ClassNode node = new ClassNode();
    new ClassReader(reverse.bytes()).accept(node, ClassReader.SKIP_FRAMES);
    world.add(node);
    Program gradient = lift(node);
    out.visit(
        V17,
        ACC_PUBLIC | ACC_FINAL,
        name,
        null,
        "java/lang/Object",
        new String[] {"org/jacobean/autodiff/tier/Sweep"});
    ReverseClass.constructor(out);
    access = new Access(world, name, out, false);
    Roles roles = new Roles(reverse.written(), active, bound);
    Forward.Written w =
        Forward.write(gradient, roles.active(), count, new Methods(world), out, name, access);
    for (int j = 0; j < roles.words().size(); j++)
      layout
          .append(j == 0 ? "" : " ")
          .append(roles.words().get(j))
          .append(w.carries()[j] ? "*" : "");
    run(w, reverse.written(), bound, count);
    access.close();
    out.visitEnd();
  }

  List<MethodHandle> handles() {
    return access.handles();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private static Program lift(ClassNode node) {
    for (MethodNode m : node.methods)
      if (m.name.equals(Gradient.NAME)) return Lifter.lift(node.name, m);
    throw new EngineFault("A gradient class has no gradient");
  }

  private void run(Forward.Written w, Gradient.Written first, int bound, int count) {
    Code code =
        new Code(
            out.visitMethod(
                ACC_PUBLIC | ACC_FINAL,
                "run",
                "(Lorg/jacobean/autodiff/tier/Frame;)V",
                null,
                null));
    FrameAccess f = new FrameAccess(code);
    int s = code.local(Kind.REF);
    String owner = "org/jacobean/autodiff/compile/SecondOrder";
    f.distinct(first.program(), first.written(), bound);
    f.frame();
    code.out.visitLdcInsn(layout.toString());
    code.number(first.program().params.size());
    code.number(count);
    code.callStatic(
        owner, "of", "(Lorg/jacobean/autodiff/tier/Frame;Ljava/lang/String;II)L" + owner + ";");
    code.store(Kind.REF, s);
    List<Value> params = w.program().params;
    for (int j = 0; j < params.size(); j++) f.from(s, owner, params.get(j), j);
    code.callStatic(name, Forward.NAME, w.descriptor());
    Value[] r = w.results();
    if (r.length == 1) f.result(r[0].kind, 0);
    code.load(Kind.REF, s);
    f.frame();
    code.out.visitMethodInsn(
        INVOKEVIRTUAL, owner, "finish", "(Lorg/jacobean/autodiff/tier/Frame;)V", false);
    code.op(RETURN);
    code.end();
  }
}
