package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a large program into pieces that become methods of their own. HotSpot compiles no method of
 * more than 8,000 bytes, and a gradient is several times its function.
 *
 * <p>Cuts are made where all ways lead through one block: between statements of the method, or of a
 * loop's body, never inside a loop that fits.
 */
public final class Outline {
  private static final int ROUNDS = 4;

  /** Pieces of pieces: no further than this. */
  private static final int DEEPEST = 6;

  private final Program program;
  private final int limit;

  private final Set<Value> fixed;

  private Outline(Program program, int limit, Set<Value> fixed) {
    this.fixed = fixed;
    this.program = program;
    this.limit = limit;
  }

  /**
   * Cuts a program of more operations than the limit; tells whether anything was cut.
   *
   * @param fixed operations that must stay where they are
   */
  public static boolean cut(Program program, int limit, Set<Value> fixed) {
    if (program.name.split("\\$part", -1).length > DEEPEST) return false;
    boolean any = false;
    for (int round = 0; round < ROUNDS && program.size() > limit && !program.irreducible; round++) {
      int before = program.size();
      boolean cut = new Outline(program, limit, fixed).level(null);
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
        rest = Extraction.split(program, rest, most);
    }
  }

  private static boolean sameLevel(Block rest, Block original, @Nullable Loop loop) {
    return loop == null
        ? original.loop == null
        : original.loop == loop && original != loop.header && original != loop.latch
            || rest != original;
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
      if (inside != null && inside.stream().noneMatch(this::mustStay))
        all.add(new Piece(points.get(i), points.get(i + 1), size(inside)));
      else
        all.add(
            new Piece(
                points.get(i), points.get(i + 1), Integer.MAX_VALUE)); // a way out: not to be cut
    }
    return all;
  }

  /** A loop run backwards round by round stays where the adjoints of its sums are known. */
  private boolean mustStay(Block b) {
    return b.body.stream().anyMatch(v -> v.callsRounds() || fixed.contains(v));
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
    if (t == null) tails.put(point, t = Extraction.split(program, point, 0));
    return t;
  }

  private boolean extract(Piece piece) {
    return Extraction.cut(program, tail(piece.from), tail(piece.to), "part") != null;
  }
}
