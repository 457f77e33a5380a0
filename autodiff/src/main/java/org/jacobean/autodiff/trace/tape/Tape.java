package org.jacobean.autodiff.trace.tape;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jacobean.autodiff.trace.contract.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one trace, 24 bytes each: value, one local partial, and a link of four bits of
 * kind and two places. Place 0 means "plain", so the first operation stands at 1.
 */
public final class Tape {
  /** Kinds of operation, by how the reverse sweep shares out an adjoint w. */
  static final int LINEAR = 0; // i += w·partial

  static final int ADD = 1; // i += w, j += w
  static final int SUB = 2; // i += w, j -= w
  static final int MUL = 3; // i += w·y, j += w·x
  static final int DIV = 4; // i += w/y, j -= w·r/y
  static final int ADD_SCALED = 5; // i += w, j += w·partial
  static final int ADD_PRODUCT = 6; // h += w, i += w·y, j += w·x; h hides in partial
  static final int SUB_PRODUCT = 7; // h += w, i -= w·y, j -= w·x; h hides in partial
  static final int SECOND_PARTIAL = 8; // no operation: its value is the next one's second partial
  static final int BINARY = 9; // i += w·partial, j += w·value of the place before

  /** Bits 48 to 63 of an active double. */
  static final int TAG = 0x7FFD;

  private static final int FIRST_CAPACITY = 1 << 12;
  private static final int KIND_SHIFT = 60;
  private static final int PLACE_BITS = 28;
  private static final long PLACE = (1L << PLACE_BITS) - 1;

  /** Upper half of every active double of the running trace; a number no tag has between traces. */
  static int high = -1;

  static double[] value = new double[FIRST_CAPACITY];
  static double[] partial = new double[FIRST_CAPACITY];
  static long[] link = new long[FIRST_CAPACITY];
  static int size = 1;

  private record Arrays3(double[] value, double[] partial, long[] link) {}

  private static @Nullable SoftReference<Arrays3> lent;

  /** The short tape every trace starts with when there is no longer one. */
  private static final Arrays3 EMPTY = new Arrays3(value, partial, link);

  /** Tangents by place, plain or active; null unless the trace carries tangents. */
  static double @Nullable [] tangent;

  /** Parts that carry derivatives past themselves, by place. */
  static final List<Block> BLOCKS = new ArrayList<>();

  /** Places beyond the last that blocks use while a sweep is on its way. */
  static int reserve;

  static @Nullable Thread owner;

  /** What Math.random draws from. */
  static @Nullable Random random;

  /** What StrictMath.random draws from. */
  static @Nullable Random strict;

  static @Nullable Refusal refusal;
  private static int epoch;
  private static int limit;

  private Tape() {}

  static void begin(int most, boolean tangents) {
    epoch = (epoch + 1) & 0xFFFF;
    high = TAG << 16 | epoch;
    size = 1;
    BLOCKS.clear();
    reserve = 0;
    limit = Math.min(most, (int) PLACE);
    if (value.length > limit) {
      forget();
    } else {
      takeBack();
    }
    tangent = tangents ? new double[value.length] : null;
    owner = Thread.currentThread();
    refusal = null;
  }

  static void end() {
    BLOCKS.clear();
    high = -1;
    owner = null;
    tangent = null;
    random = null;
    strict = null;
    lend();
  }

  /** Place of a number on the tape, 0 when it is plain. */
  static int index(double number) {
    long bits = Double.doubleToRawLongBits(number);
    if ((int) (bits >>> 32) == high) {
      return (int) bits;
    }
    return bits >>> 48 == TAG ? stale() : 0;
  }

  private static int stale() {
    throw refuse(
        "a value of an earlier gradient call",
        "it was kept in static or cached state of the traced code and has lost its tape",
        "keep such state out of the function, or clear it at its start");
  }

  /** The number itself, or the value behind an active one. */
  public static double plain(double number) {
    if (!Double.isNaN(number)) {
      return number;
    }
    int i = index(number);
    return i == 0 ? number : value[i];
  }

  /** A draw of Math.random or StrictMath.random. */
  public static double draw(boolean strictly) {
    Random r = strictly ? strict : random;
    return r == null ? Math.random() : r.nextDouble();
  }

  public static boolean active(double number) {
    return Double.isNaN(number) && index(number) != 0;
  }

  static double of(int place) {
    return Double.longBitsToDouble((long) high << 32 | place);
  }

  static int kind(long link) {
    return (int) (link >>> KIND_SHIFT);
  }

  static int first(long link) {
    return (int) (link >>> PLACE_BITS & PLACE);
  }

  static int second(long link) {
    return (int) (link & PLACE);
  }

  /** Appends an operation and gives its place. */
  static int push(int kind, int i, int j, double result, double local) {
    int k = size;
    if (k >= value.length || Thread.currentThread() != owner) {
      makeRoom();
    }
    value[k] = result;
    partial[k] = local;
    link[k] = (long) kind << KIND_SHIFT | (long) i << PLACE_BITS | j;
    size = k + 1;
    return k;
  }

  static int linear(int i, double local, double result) {
    return push(LINEAR, i, 0, result, local);
  }

  /** An operation with any two partials; a place of 0 drops its side. */
  static int binary(int i, double di, int j, double dj, double result) {
    if (j == 0) {
      return linear(i, di, result);
    }
    if (i == 0) {
      return linear(j, dj, result);
    }
    push(SECOND_PARTIAL, 0, 0, dj, 0);
    return push(BINARY, i, j, result, di);
  }

  private static void makeRoom() {
    if (Thread.currentThread() != owner) {
      throw refuse(
          "work in another thread",
          "active values are computed by "
              + Thread.currentThread().getName()
              + ", not by the thread"
              + " that asked for the derivative",
          "compute in the calling thread; take gradients in parallel instead, one a thread");
    }
    if (size >= limit) {
      throw full(null);
    }
    int room = (int) Math.min(limit, 2L * value.length);
    try {
      value = Arrays.copyOf(value, room);
      partial = Arrays.copyOf(partial, room);
      link = Arrays.copyOf(link, room);
      if (tangent != null) {
        tangent = Arrays.copyOf(tangent, room);
      }
    } catch (OutOfMemoryError e) {
      forget();
      throw full(e);
    }
  }

  /** Drops everything from a place on. */
  static void truncate(int mark) {
    size = mark;
    while (!BLOCKS.isEmpty() && BLOCKS.get(BLOCKS.size() - 1).place >= mark)
      BLOCKS.remove(BLOCKS.size() - 1);
  }

  /** Between traces a long tape is kept only as long as nobody needs the memory. */
  private static void lend() {
    if (value.length <= FIRST_CAPACITY) return;
    lent = new SoftReference<>(new Arrays3(value, partial, link));
    forget();
  }

  private static void takeBack() {
    Arrays3 kept = lent == null ? null : lent.get();
    lent = null;
    if (kept == null || kept.value.length > limit) return;
    value = kept.value;
    partial = kept.partial;
    link = kept.link;
  }

  /** Gives the tape's memory back. */
  static void forget() {
    value = EMPTY.value;
    partial = EMPTY.partial;
    link = EMPTY.link;
  }

  private static Refusal full(@Nullable OutOfMemoryError cause) {
    Refusal full =
        refuse(
            "a trace of more than " + Math.max(1, size - 1) + " operations",
            cause == null
                ? "the tape has reached its limit, " + ((long) limit * 24 >> 20) + " MB"
                : "the heap has no room for a longer tape",
            "shorten the loop, use checkpoint or fixedPoint for long iterations, or raise the limit"
                + " (system property jacobean.tape.operations) and the heap (-Xmx)");
    if (cause != null) {
      full.initCause(cause);
    }
    return full;
  }

  /** Notes a refusal, so that it counts even when traced code swallows it. */
  public static Refusal refuse(String what, String why, String remedy) {
    Refusal r = new Refusal(what, why, remedy);
    if (refusal == null) {
      refusal = r;
    }
    return r;
  }
}
