package org.jacobean.autodiff.trace.copy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.trace.contract.Statics;
import org.jacobean.autodiff.trace.rewrite.World;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the statics of rewritten user classes equal to the originals' at the start of a trace:
 * those of all classes the function's code can reach, and no others.
 */
public final class StaticState implements Statics {
  private final World world;
  private final ClassValue<List<Class<?>>> reachable =
      new ClassValue<>() {
        @Override
        protected List<Class<?>> computeValue(Class<?> c) {
          return List.copyOf(world.reachable(c));
        }
      };

  /** Met only while running, by reflection say; read again at every trace, to be safe. */
  private final Set<Class<?>> latecomers = Collections.newSetFromMap(new WeakHashMap<>());

  private final Set<Class<?>> filled = new HashSet<>();
  private @Nullable Copier copier;

  public StaticState(World world) {
    this.world = world;
  }

  /** A trace starts. */
  public void begin(Copier copier) {
    this.copier = copier;
    new ArrayList<>(latecomers).forEach(this::fill);
  }

  /** The function's code is about to reach a rewritten class. */
  public void reach(Class<?> rewritten) {
    if (filled.contains(rewritten)) {
      return;
    }
    for (Class<?> c : reachable.get(rewritten)) {
      if (filled.add(c)) {
        read(c);
      }
    }
  }

  public void end() {
    copier = null;
    filled.clear();
  }

  @Override
  public void fill(Class<?> rewritten) {
    if (filled.add(rewritten)) {
      latecomers.add(rewritten);
      read(rewritten);
    }
  }

  private void read(Class<?> rewritten) {
    if (copier == null) {
      throw new EngineFault(rewritten + " was initialised outside a trace");
    }
    try {
      copier.statics(world.original(rewritten), rewritten);
    } catch (ClassNotFoundException e) {
      throw new EngineFault("the original of " + rewritten + " is gone", e);
    }
  }
}
