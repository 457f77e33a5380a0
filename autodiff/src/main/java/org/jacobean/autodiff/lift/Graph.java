package org.jacobean.autodiff.lift;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Order, dominators and loops of a program's blocks. */
public final class Graph {
  private final Program program;

  Graph(Program program) {
    this.program = program;
  }

  /** Puts the blocks in reverse post-order, drops unreachable ones, finds dominators and loops. */
  public static void analyse(Program program) {
    Graph g = new Graph(program);
    g.order();
    g.dominators();
    g.findLoops();
  }

  /** Makes one block of two where one is always followed by the other. */
  public static void join(Program program) {
    for (Block b : List.copyOf(program.blocks)) {
      if (b == program.entry || !program.blocks.contains(b)) continue;
      while (b.succs.size() == 1 && joins(b, b.succs.get(0))) append(b, program);
    }
  }

  private static boolean joins(Block b, Block next) {
    return b.end().op == Op.GOTO && next.preds.size() == 1 && next.phis.isEmpty() && next != b;
  }

  private static void append(Block b, Program program) {
    Block next = b.succs.get(0);
    next.body.forEach(b::add);
    b.end(next.end());
    b.succs.clear();
    b.succs.addAll(next.succs);
    for (Block s : next.succs) s.preds.replaceAll(p -> p == next ? b : p);
    program.blocks.remove(next);
    if (program.exit == next) program.exit = b;
  }

  private record Visit(Block block, int next) {}

  void order() {
    List<Block> post = new ArrayList<>();
    Set<Block> seen = new HashSet<>();
    Deque<Visit> stack = new ArrayDeque<>();
    stack.push(new Visit(program.entry, 0));
    seen.add(program.entry);
    while (!stack.isEmpty()) {
      Visit v = stack.pop();
      if (v.next == v.block.succs.size()) {
        post.add(v.block);
        continue;
      }
      stack.push(new Visit(v.block, v.next + 1));
      Block s = v.block.succs.get(v.next);
      if (seen.add(s)) stack.push(new Visit(s, 0));
    }
    Collections.reverse(post);
    program.blocks.clear();
    program.blocks.addAll(post);
    for (int i = 0; i < post.size(); i++) post.get(i).order = i;
    for (Block b : post) dropUnreachable(b, seen);
  }

  private static void dropUnreachable(Block b, Set<Block> reachable) {
    for (int i = b.preds.size() - 1; i >= 0; i--) {
      if (reachable.contains(b.preds.get(i))) continue;
      b.preds.remove(i);
      for (Value p : b.phis) p.args = without(p.args, i);
    }
  }

  private static Value[] without(Value[] a, int i) {
    List<Value> l = new ArrayList<>(Arrays.asList(a));
    l.remove(i);
    return l.toArray(new Value[0]);
  }

  /** Cooper, Harvey and Kennedy's iteration. */
  void dominators() {
    for (Block b : program.blocks) b.dominator = null;
    program.entry.dominator = program.entry;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block b : program.blocks) {
        if (b == program.entry) continue;
        Block d = null;
        for (Block p : b.preds) if (p.dominator != null) d = d == null ? p : meet(d, p);
        changed |= d != b.dominator;
        b.dominator = d;
      }
    }
  }

  @SuppressWarnings("NullAway") // every block met here has a dominator already
  private static Block meet(Block a, Block b) {
    while (a != b) {
      while (a.order > b.order) a = a.dominator;
      while (b.order > a.order) b = b.dominator;
    }
    return a;
  }

  @SuppressWarnings("NullAway") // reachable blocks have dominators
  public static boolean dominates(Block a, Block b) {
    while (b.order > a.order) b = b.dominator;
    return a == b;
  }

  /**
   * Whether some jump back does not lead to a block that dominates it: no loop a Java compiler
   * writes.
   */
  boolean irreducible() {
    for (Block b : program.blocks)
      for (Block s : b.succs) if (s.order <= b.order && !dominates(s, b)) return true;
    return false;
  }

  private void findLoops() {
    program.loops.clear();
    for (Block b : program.blocks) b.loop = null;
    for (Block h : program.blocks) {
      if (h.preds.size() != 2) continue;
      for (int i = 0; i < 2; i++) {
        Block latch = h.preds.get(i);
        if (dominates(h, latch)) program.loops.add(loop(h, latch, h.preds.get(1 - i)));
      }
    }
    program.loops.sort((x, y) -> y.blocks.size() - x.blocks.size());
    for (Loop l : program.loops) {
      l.parent = l.header.loop;
      for (Block b : l.blocks) b.loop = l;
    }
  }

  private static Loop loop(Block header, Block latch, Block preheader) {
    Loop l = new Loop(header, latch, preheader);
    Deque<Block> work = new ArrayDeque<>();
    l.blocks.add(header);
    if (l.blocks.add(latch)) work.push(latch);
    while (!work.isEmpty()) for (Block q : work.pop().preds) if (l.blocks.add(q)) work.push(q);
    return l;
  }

  /** Gives every loop one preheader and one latch; only before values stand in the blocks. */
  void normalise() {
    relink();
    boolean again = true;
    while (again) {
      dominators();
      again = false;
      for (Block h : List.copyOf(program.blocks)) again |= !again && normalise(h);
    }
  }

  private boolean normalise(Block h) {
    List<Block> back = new ArrayList<>();
    List<Block> front = new ArrayList<>();
    for (Block p : h.preds) (dominates(h, p) ? back : front).add(p);
    if (back.isEmpty()) return false;
    if (back.size() > 1 || back.get(0).succs.size() > 1) return funnel(back, h);
    if (front.size() > 1 || front.get(0).succs.size() > 1 || front.get(0) == program.entry)
      return funnel(front, h);
    return false;
  }

  private boolean funnel(List<Block> from, Block to) {
    Block e = program.newBlock();
    e.succs.add(to);
    for (Block p : from) p.succs.replaceAll(s -> s == to ? e : s);
    relink();
    return true;
  }

  private void relink() {
    order();
    for (Block b : program.blocks) b.preds.clear();
    for (Block b : program.blocks) for (Block s : b.succs) s.preds.add(b);
  }
}
