package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Program;
import org.objectweb.asm.Label;

/**
 * The way into loops that were left in the middle. Run backwards such a loop would be entered in
 * the middle, which HotSpot compiles badly; so every entry goes to one place at the loop's head,
 * with a number that says where to go on.
 */
final class Entries {
  private final Code code;
  private final Function<Block, Label> labels;
  private final Map<Loop, Label> heads = new LinkedHashMap<>();
  private final Map<Loop, List<Block>> middles = new HashMap<>();
  private final Map<Loop, Integer> numbers = new HashMap<>();

  Entries(Program program, Code code, Function<Block, Label> labels) {
    this.code = code;
    this.labels = labels;
    for (Block b : program.blocks) for (Block s : b.succs) if (b.loop != null) look(b, s);
  }

  private void look(Block from, Block to) {
    if (to.end().op == org.jacobean.autodiff.lift.Op.THROW) return;
    for (Loop l = from.loop; l != null && !l.blocks.contains(to); l = l.parent) {
      if (l.header == from) continue;
      heads.putIfAbsent(l, new Label());
      List<Block> m = middles.computeIfAbsent(l, q -> new ArrayList<>());
      if (!m.contains(from)) m.add(from);
    }
  }

  /** Sets the numbers to "at the head". */
  void open() {
    for (Loop l : heads.keySet()) {
      int n = code.local(Kind.INT);
      numbers.put(l, n);
      code.number(0);
      code.store(Kind.INT, n);
    }
  }

  /** Jumps, backwards, from the block an edge led to the block it came from. */
  void jump(Block from, Block to) {
    Loop outermost = null;
    for (Loop l = to.loop; l != null && !l.blocks.contains(from); l = l.parent) {
      int at = middles.getOrDefault(l, List.of()).indexOf(to);
      if (!heads.containsKey(l)) continue;
      if (l.header != to) {
        code.number(at + 1);
        code.store(Kind.INT, number(l));
      }
      outermost = l;
    }
    Loop own = to.isHeader() && heads.containsKey(Objects.requireNonNull(to.loop)) ? to.loop : null;
    Loop through = outermost != null ? outermost : own;
    code.jump(
        GOTO, through != null ? Objects.requireNonNull(heads.get(through)) : labels.apply(to));
  }

  private int number(Loop l) {
    return Objects.requireNonNull(numbers.get(l));
  }

  /** At the head of such a loop: on to where the number says. */
  void dispatch(Block b) {
    if (!b.isHeader() || !heads.containsKey(Objects.requireNonNull(b.loop))) return;
    Loop l = b.loop;
    code.label(Objects.requireNonNull(heads.get(l)));
    code.load(Kind.INT, number(l));
    code.jump(IFEQ, labels.apply(b));
    List<Block> m = Objects.requireNonNull(middles.get(l));
    Label[] to = new Label[m.size()];
    Arrays.setAll(to, i -> new Label());
    if (to.length > 1) {
      code.load(Kind.INT, number(l));
      code.out.visitTableSwitchInsn(1, to.length, to[0], to);
    }
    for (int i = 0; i < to.length; i++) {
      code.label(to[i]);
      code.number(0);
      code.store(Kind.INT, number(l));
      code.jump(GOTO, inner(l, m.get(i)));
    }
  }

  /**
   * A block inside a further loop is reached through that one's head, whose number is set already.
   */
  private Label inner(Loop l, Block b) {
    Loop next = null;
    for (Loop q = b.loop; q != null && q != l; q = q.parent) if (heads.containsKey(q)) next = q;
    return next != null ? Objects.requireNonNull(heads.get(next)) : labels.apply(b);
  }
}
