package org.jacobean.autodiff.graph;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** The numbers a result consists of. */
final class Outputs {
  private final Machine machine;
  private final Place place;
  private final List<Node> found = new ArrayList<>();

  Outputs(Machine machine, Place place) {
    this.machine = machine;
    this.place = place;
  }

  List<Node> of(@Nullable Object result, Type type) {
    collect(result);
    if (found.isEmpty()) {
      throw new NotDifferentiable(
          "The result of type " + type.getClassName(),
          place.method(),
          place.line(),
          "it has no double or float in it",
          "return a double, an array of them or a record of them");
    }
    return found;
  }

  private void collect(@Nullable Object result) {
    if (result instanceof Real r) {
      found.add(machine.recorder.nodeOf(r, place));
    } else if (result instanceof double[] a) {
      elements(a, a.length);
    } else if (result instanceof float[] a) {
      elements(a, a.length);
    } else if (result instanceof Object[] a) {
      List.of(a).forEach(this::collect);
    } else if (result instanceof Record record) {
      components(record);
    }
  }

  private void elements(Object array, int n) {
    for (int i = 0; i < n; i++) {
      found.add(machine.recorder.nodeOf(machine.heap.load(array, i), place));
    }
  }

  private void components(Record record) {
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      boolean known = machine.heap.has(record, c.getName());
      Object plain = known ? null : Reflection.get(record, c);
      collect(
          known
              ? machine.heap.get(record, c.getName())
              : Values.fromJava(plain, Type.getType(c.getType())));
    }
  }
}
