package org.jacobean.autodiff.symbolic;

import java.util.List;

/** A variable, by its name in the source: {@code x}, {@code x1}, {@code w[0]}, {@code p.scale}. */
public record Var(String name) implements Expr {
  public Var {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a variable needs a name");
    }
  }

  @Override
  public List<Expr> children() {
    return List.of();
  }

  @Override
  public long fingerprint() {
    return Fingerprint.ofText("variable", name);
  }

  @Override
  public long size() {
    return 1;
  }

  @Override
  public String toString() {
    return name;
  }
}
