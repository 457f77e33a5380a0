package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Cuts blocks out of a program and makes them a program of their own, called in their place. */
final class Extraction {
  /**
   * A method has at most 255 words of parameters, and tangents and shadows come to those of a
   * piece.
   */
  private static final int MOST_PARAMETERS = 48;

  private final Program program;

  private Extraction(Program program) {
    this.program = program;
  }

  /** Moves everything from a position on into a new block, and gives that. */
  static Block split(Program program, Block b, int at) {
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

  /**
   * Makes a program of all blocks from one up to another, each of which has one predecessor, and
   * calls it in their place.
   *
   * @return the call, or null where too much would go in, or anything but numbers come out
   */
  static @Nullable Value cut(Program program, Block first, Block next, String name) {
    return new Extraction(program).cut(first, next, name);
  }

  private @Nullable Value cut(Block first, Block next, String name) {
    Set<Block> inside = reach(first, next);
    Program part = new Program(program.owner, program.name + "$" + name, "V");
    Set<Value> made = new HashSet<>();
    for (Block b : inside) {
      made.addAll(b.phis);
      made.addAll(b.body);
    }
    Map<Value, Value> inner = liveIn(part, inside, made);
    List<Value> results = liveOut(inside, made);
    if (results.stream().anyMatch(Value::isRef)) return null; // only numbers leave a piece
    if (part.params.stream().mapToInt(v -> v.kind.slots()).sum() > MOST_PARAMETERS) return null;
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
    Value call = call(part, site, inner, results);
    Graph.analyse(part);
    Inductions.find(part);
    Cleanup.run(part);
    return call;
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
    Map<Value, Value> inner = new LinkedHashMap<>();
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

  private Value call(Program part, Block site, Map<Value, Value> inner, List<Value> results) {
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
    return c;
  }

  private static Value result(Value call, Value r, int index) {
    Value v = new Value(Op.RESULT, r.kind, call);
    v.detail = index;
    v.type = r.type;
    v.name = r.name;
    return v;
  }
}
