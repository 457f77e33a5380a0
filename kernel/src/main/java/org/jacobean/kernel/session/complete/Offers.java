package org.jacobean.kernel.session.complete;

import java.util.List;

/** What could stand at a cursor, replacing [start, end). */
public record Offers(int start, int end, List<Offer> offers) {
  /** One of them; type is a word a front end has an icon for. */
  public record Offer(String text, String type, String signature) {}
}
