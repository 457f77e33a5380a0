package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jacobean.autodiff.error.SourceName;
import org.jspecify.annotations.Nullable;

/**
 * A method in static single assignment form: blocks of values, every loop with one preheader and
 * one latch.
 */
public final class Program {
  /** Internal name of the class the method stands in. */
  public final String owner;

  public final String name;
  public final List<Value> params = new ArrayList<>();
  public final List<Block> blocks = new ArrayList<>();
  public final List<Loop> loops = new ArrayList<>();

  /**
   * Descriptor of what it returns; pieces cut out of a program may have several results instead.
   */
  public String returns;

  /**
   * Whether some loop has more than one way in, as no Java compiler writes: such code cannot be run
   * backwards.
   */
  public boolean irreducible;

  /**
   * In a loop cut out because its rounds can be run backwards one by one: the call of one round's
   * program.
   */
  public @Nullable Value round;

  public Block entry;
  public Block exit;

  public Program(String owner, String name, String returns) {
    this.owner = owner;
    this.name = name;
    this.returns = returns;
    entry = newBlock();
    exit = newBlock();
  }

  public Block newBlock() {
    Block b = new Block();
    blocks.add(b);
    return b;
  }

  /** What it returns: no value, one, or several for a piece cut out of another program. */
  public Value[] results() {
    return exit.end().args;
  }

  /** Every value that is not a terminator, in order. */
  public void forEach(Consumer<Value> action) {
    for (Block b : blocks) {
      b.phis.forEach(action);
      b.body.forEach(action);
    }
  }

  /** The method as an error names it. */
  public String source() {
    return SourceName.method(owner, name);
  }

  /** Forgets and finds again who uses what. */
  public void linkUsers() {
    forEach(v -> v.users.clear());
    for (Block b : blocks) {
      b.phis.forEach(Program::use);
      b.body.forEach(Program::use);
      use(b.end());
    }
  }

  private static void use(Value user) {
    for (Value a : user.args) a.users.add(user);
  }

  /** Number of operations, the measure of size. */
  public int size() {
    int n = 0;
    for (Block b : blocks) n += b.body.size() + b.phis.size() + 1;
    return n;
  }

  /** A listing for the eyes of whoever mends the engine. */
  @Override
  public String toString() {
    StringBuilder s = new StringBuilder(source()).append('\n');
    for (Block b : blocks) {
      s.append(b).append(" from ").append(b.preds).append(" to ").append(b.succs).append('\n');
      b.phis.forEach(v -> s.append("    ").append(v).append('\n'));
      b.body.forEach(v -> s.append("    ").append(v).append('\n'));
      s.append("    ").append(b.end()).append('\n');
    }
    return s.toString();
  }
}
