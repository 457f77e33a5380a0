package org.jacobean.magics.maven;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** What is being downloaded, told in one line; also where an interrupt ends the transfers. */
final class Progress extends AbstractTransferListener {
  private final Map<String, Long> bytes = new ConcurrentHashMap<>();
  private final Map<String, Long> running = new ConcurrentHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> warnings = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  void cancel() {
    cancelled.set(true);
  }

  @Override
  public void transferInitiated(TransferEvent event) throws TransferCancelledException {
    check();
  }

  @Override
  public void transferStarted(TransferEvent event) throws TransferCancelledException {
    check();
    if (isDownload(event)) {
      running.put(name(event), event.getResource().getContentLength());
    }
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    check();
    if (isDownload(event)) {
      bytes.put(name(event), event.getTransferredBytes());
    }
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    if (isDownload(event)) {
      bytes.put(name(event), event.getTransferredBytes());
      running.remove(name(event));
      done.incrementAndGet();
    }
  }

  @Override
  public void transferFailed(TransferEvent event) {
    running.remove(name(event));
    bytes.remove(name(event));
  }

  /** Some repositories keep no checksums, which is told; one that differs stops the transfer. */
  @Override
  public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
    boolean missing =
        event.getException() instanceof ChecksumFailureException e && e.getExpected().isEmpty();
    if (!missing) {
      throw new TransferCancelledException("checksum", event.getException());
    }
    warnings.add(name(event) + " came without a checksum, so it could not be verified");
  }

  private void check() throws TransferCancelledException {
    if (cancelled.get()) {
      throw new TransferCancelledException("interrupted");
    }
  }

  private static boolean isDownload(TransferEvent event) {
    return event.getRequestType() == TransferEvent.RequestType.GET
        && !name(event).matches(".*\\.(sha1|md5|sha256|sha512|asc)");
  }

  private static String name(TransferEvent event) {
    String resource = event.getResource().getResourceName();
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  boolean started() {
    return !bytes.isEmpty() || !running.isEmpty();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The line shown while it goes on. */
  String line() {
    String current =
        running.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(e -> ", now " + e.getKey() + share(e.getKey(), e.getValue()))
            .orElse("");
    return "Downloaded " + files() + ", " + size(total()) + current;
  }

  String summary() {
    return "Downloaded " + files() + ", " + size(total());
  }

  private String files() {
    return done + (done.get() == 1 ? " file" : " files");
  }

  private String share(String name, long length) {
    long got = bytes.getOrDefault(name, 0L);
    return length > 0 ? " (" + 100 * got / length + "% of " + size(length) + ")" : "";
  }

  private long total() {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3))
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
