package org.jacobean.autodiff.trace.tape;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jacobean.autodiff.trace.contract.Refusal;
import org.jspecify.annotations.Nullable;

/** The tape as the engine drives it; made by reflection inside the world it records. */
public final class TapeRecorder implements Recorder {
  /** Adjoints or tangents, kept from trace to trace as long as nobody needs the memory. */
  private SoftReference<double[]> kept = new SoftReference<>(new double[0]);

  @Override
  public void begin(int limit, boolean tangents) {
    Tape.begin(limit, tangents);
    Warnings.clear();
    Texts.clear();
  }

  @Override
  public void random(Random math, Random strict) {
    Tape.random = math;
    Tape.strict = strict;
  }

  @Override
  public void end() {
    Tape.end();
  }

  @Override
  public double input(double value) {
    return Tape.of(Tape.linear(0, 0, value));
  }

  @Override
  public double input(double value, double tangent) {
    int k = Tape.linear(0, 0, value);
    return Tangents.resume(k, Objects.requireNonNull(Tape.tangent), tangent);
  }

  @Override
  public double plain(double number) {
    return Tape.plain(number);
  }

  @Override
  public double tangent(double number) {
    return Tangents.tangent(Objects.requireNonNull(Tape.tangent), number);
  }

  @Override
  public int index(double number) {
    return !Double.isNaN(number) ? 0 : Tape.index(number);
  }

  @Override
  public int size() {
    return Tape.size;
  }

  @Override
  public double[] zeros() {
    int places = Tape.size + Tape.reserve;
    double[] byPlace = kept.get();
    if (byPlace == null) byPlace = new double[0];
    if (byPlace.length < places) {
      byPlace = new double[Math.max(places, Math.min(2 * byPlace.length, Tape.value.length))];
      kept = new SoftReference<>(byPlace);
    } else {
      Arrays.fill(byPlace, 0, places, 0);
    }
    return byPlace;
  }

  @Override
  public void reverse(double[] seeds) {
    Sweep.reverse(seeds, Tape.size - 1, 1);
  }

  @Override
  public void forward(double[] tangents) {
    Sweep.forward(tangents, 1, Tape.size - 1);
  }

  @Override
  public List<String> warnings() {
    return Warnings.all();
  }

  @Override
  public @Nullable Refusal refusal() {
    return Tape.refusal;
  }
}
