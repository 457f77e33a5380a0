package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Cuts a large program into pieces that become methods of their own. HotSpot compiles no method of
 * more than 8,000 bytes, and a gradient is several times its function.
 *
 * <p>Cuts are made where all ways lead through one block: between statements of the method, or of a
 * loop's body, never inside a loop that fits.
 */
public final class Outline {
  private static final int ROUNDS = 4;

  /**
   * A method has at most 255 words of parameters, and tangents and shadows come to those of a
   * piece.
   */
  private static final int MOST_PARAMETERS = 48;

  /** Pieces of pieces: no further than this. */
  private static final int DEEPEST = 6;

  private final Program program;
  private final int limit;

  private Outline(Program program, int limit) {
    this.program = program;
    this.limit = limit;
  }

  /** Cuts a program of more operations than the limit; tells whether anything was cut. */
  public static boolean cut(Program program, int limit) {
    if (program.name.split("\\$part", -1).length > DEEPEST) return false;
    boolean any = false;
    for (int round = 0; round < ROUNDS && program.size() > limit && !program.irreducible; round++) {
      int before = program.size();
      boolean cut = new Outline(program, limit).level(null);
      Inliner.settle(program); // blocks were split, at the least
      if (!cut) break;
      any = true;
      if (program.size() > before * 9 / 10) break;
    }
    return any;
  }

  private boolean level(@Nullable Loop loop) {
    splitLongBlocks(loop);
    Graph.analyse(program);
    Loop same = loop == null ? null : again(loop);
    List<Block> points = points(same);
    List<Piece> pieces = group(segments(points));
    // a piece that is nearly all there is would only be cut again, and again
    pieces.removeIf(p -> p.size <= limit / 8 || p.size > program.size() * 4 / 5);
    boolean any = false;
    for (Piece p : pieces) any |= extract(p);
    if (any) return true;
    for (Loop inner : List.copyOf(program.loops))
      if (inner.parent == same && size(inner.blocks) > limit && level(inner)) return true;
    return false;
  }

  /** The loop as the graph knows it after blocks were split. */
  private @Nullable Loop again(Loop old) {
    return old.header.loop;
  }

  private void splitLongBlocks(@Nullable Loop loop) {
    int most = Math.max(10, limit / 4);
    for (Block b : List.copyOf(program.blocks)) {
      Block rest = b;
      while (sameLevel(rest, b, loop) && rest.body.size() > most && rest != program.entry)
        rest = splitAt(rest, most);
    }
  }

  private static boolean sameLevel(Block rest, Block original, @Nullable Loop loop) {
    return loop == null
        ? original.loop == null
        : original.loop == loop && original != loop.header && original != loop.latch
            || rest != original;
  }

  /** Moves everything from a position on into a new block, and gives that. */
  private Block splitAt(Block b, int at) {
    Block tail = program.newBlock();
    List<Value> moved = new ArrayList<>(b.body.subList(at, b.body.size()));
    b.body = new ArrayList<>(b.body.subList(0, at));
    moved.forEach(tail::add);
    tail.end(b.end());
    tail.succs.addAll(b.succs);
    for (Block s : b.succs) s.preds.replaceAll(p -> p == b ? tail : p);
    b.succs.clear();
    b.succs.add(tail);
    tail.preds.add(b);
    b.end(new Value(Op.GOTO, Kind.VOID));
    if (program.exit == b) program.exit = tail;
    return tail;
  }

  /** Blocks of this level through which every way to the end leads, in order. */
  private List<Block> points(@Nullable Loop loop) {
    Block end = loop == null ? program.exit : loop.latch;
    List<Block> points = new ArrayList<>();
    for (Block b : program.blocks)
      if (b.loop == loop
          && b != program.entry
          && (loop == null || b != loop.header)
          && Graph.dominates(b, end)) points.add(b);
    return points;
  }

  /** Blocks between two points, from the statements of the first to the phis of the second. */
  private record Piece(Block from, Block to, int size) {}

  private List<Piece> segments(List<Block> points) {
    List<Piece> all = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      Set<Block> inside = between(points.get(i), points.get(i + 1));
      if (inside != null) all.add(new Piece(points.get(i), points.get(i + 1), size(inside)));
      else
        all.add(
            new Piece(
                points.get(i), points.get(i + 1), Integer.MAX_VALUE)); // a way out: not to be cut
    }
    return all;
  }

  private static int size(Set<Block> blocks) {
    return blocks.stream().mapToInt(b -> b.body.size() + b.phis.size() + 1).sum();
  }

  /** Blocks from one point up to another, or null when some of them leads elsewhere. */
  private @Nullable Set<Block> between(Block from, Block to) {
    Set<Block> seen = new LinkedHashSet<>();
    List<Block> work = new ArrayList<>(List.of(from));
    while (!work.isEmpty()) {
      Block b = work.remove(work.size() - 1);
      if (b == to || !seen.add(b)) continue;
      work.addAll(b.succs);
      if (!Graph.dominates(from, b)) return null;
    }
    return seen;
  }

  private List<Piece> group(List<Piece> segments) {
    List<Piece> groups = new ArrayList<>();
    for (Piece s : segments) {
      Piece last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      boolean joins =
          last != null
              && last.to == s.from
              && last.size != Integer.MAX_VALUE
              && s.size != Integer.MAX_VALUE
              && last.size + s.size <= limit * 3 / 4;
      if (joins && last != null)
        groups.set(groups.size() - 1, new Piece(last.from, s.to, last.size + s.size));
      else groups.add(s);
    }
    groups.removeIf(p -> p.size == Integer.MAX_VALUE);
    return groups;
  }

  // ---- cutting out

  private final Map<Block, Block> tails = new HashMap<>();

  /** The part of a point after its phis. */
  private Block tail(Block point) {
    Block t = tails.get(point);
    if (t == null) tails.put(point, t = splitAt(point, 0));
    return t;
  }

  private boolean extract(Piece piece) {
    Block first = tail(piece.from);
    Block next = tail(piece.to);
    Set<Block> inside = reach(first, next);
    Program part = new Program(program.owner, program.name + "$part", "V");
    Set<Value> made = new HashSet<>();
    for (Block b : inside) {
      made.addAll(b.phis);
      made.addAll(b.body);
    }
    Map<Value, Value> inner = liveIn(part, inside, made);
    List<Value> results = liveOut(inside, made);
    if (results.stream().anyMatch(Value::isRef)) return false; // only numbers leave a piece
    if (part.params.stream().mapToInt(v -> v.kind.slots()).sum() > MOST_PARAMETERS) return false;
    Block before = first.preds.get(0);
    Block last = next.preds.get(0);
    Block site = program.newBlock();
    before.succs.replaceAll(s -> s == first ? site : s);
    site.preds.add(before);
    site.succs.add(next);
    site.end(new Value(Op.GOTO, Kind.VOID));
    next.preds.replaceAll(p -> p == last ? site : p);
    program.blocks.removeAll(inside);
    fill(part, inside, first, last, results);
    replaceIn(part, inner);
    call(part, site, inner, results);
    Graph.analyse(part);
    Inductions.find(part);
    Cleanup.run(part);
    return true;
  }

  private static Set<Block> reach(Block from, Block stop) {
    Set<Block> seen = new LinkedHashSet<>();
    List<Block> work = new ArrayList<>(List.of(from));
    while (!work.isEmpty()) {
      Block b = work.remove(work.size() - 1);
      if (b != stop && seen.add(b)) work.addAll(b.succs);
    }
    return seen;
  }

  /** Parameters for what the piece uses and does not make; constants it makes again. */
  private static Map<Value, Value> liveIn(Program part, Set<Block> inside, Set<Value> made) {
    Map<Value, Value> inner = new java.util.LinkedHashMap<>();
    for (Block b : inside) {
      for (Value v : b.phis) for (Value a : v.args) need(part, a, made, inner);
      for (Value v : b.body) for (Value a : v.args) need(part, a, made, inner);
      for (Value a : b.end().args) need(part, a, made, inner);
    }
    return inner;
  }

  private static void need(Program part, Value a, Set<Value> made, Map<Value, Value> inner) {
    if (made.contains(a) || inner.containsKey(a)) return;
    Value p = a.isConst() ? a.copy() : new Value(Op.PARAM, a.kind);
    p.type = a.kind == Kind.INT || a.isRef() ? a.type : null;
    if (a.kind == Kind.INT && p.type != null && p.type.length() != 1) p.type = null;
    p.name = a.name;
    part.entry.add(p);
    if (!a.isConst()) part.params.add(p);
    inner.put(a, p);
  }

  private List<Value> liveOut(Set<Block> inside, Set<Value> made) {
    Set<Value> out = new LinkedHashSet<>();
    for (Block b : program.blocks) {
      if (inside.contains(b)) continue;
      for (Value v : b.phis) for (Value a : v.args) if (made.contains(a)) out.add(a);
      for (Value v : b.body) for (Value a : v.args) if (made.contains(a)) out.add(a);
      for (Value a : b.end().args) if (made.contains(a)) out.add(a);
    }
    return new ArrayList<>(out);
  }

  private static void fill(
      Program part, Set<Block> inside, Block first, Block last, List<Value> results) {
    part.blocks.addAll(inside);
    part.entry.succs.add(first);
    part.entry.end(new Value(Op.GOTO, Kind.VOID));
    first.preds.clear();
    first.preds.add(part.entry);
    last.succs.clear();
    last.succs.add(part.exit);
    part.exit.preds.add(last);
    part.exit.end(new Value(Op.RETURN, Kind.VOID, results.toArray(new Value[0])));
  }

  private static void replaceIn(Program part, Map<Value, Value> inner) {
    for (Block b : part.blocks) {
      for (Value v : b.phis) mend(v, inner);
      for (Value v : b.body) mend(v, inner);
      if (b.ended()) mend(b.end(), inner);
    }
  }

  private static void mend(Value v, Map<Value, Value> inner) {
    for (int i = 0; i < v.args.length; i++) v.args[i] = inner.getOrDefault(v.args[i], v.args[i]);
  }

  private void call(Program part, Block site, Map<Value, Value> inner, List<Value> results) {
    List<Value> args = new ArrayList<>();
    inner.forEach(
        (outer, p) -> {
          if (!p.isConst()) args.add(outer);
        });
    boolean single = results.size() == 1;
    Value c =
        new Value(
            Op.CALL,
            Opcodes.INVOKESTATIC,
            single ? results.get(0).kind : Kind.VOID,
            args.toArray(new Value[0]));
    c.detail = new Invocation(Opcodes.INVOKESTATIC, program.owner, part.name, "()V", false, part);
    c.type = single ? results.get(0).type : null;
    site.add(c);
    Replacements replaced = new Replacements(program);
    for (int i = 0; i < results.size(); i++) {
      Value r = results.get(i);
      replaced.put(r, single ? c : site.add(result(c, r, i)));
    }
    replaced.apply();
  }

  private static Value result(Value call, Value r, int index) {
    Value v = new Value(Op.RESULT, r.kind, call);
    v.detail = index;
    v.type = r.type;
    v.name = r.name;
    return v;
  }
}
