package org.jacobean.magics.maven;

import java.util.List;
import java.util.Optional;

/**
 * What one call of a magic asks for.
 *
 * @param magic how messages name it
 * @param coordinates of the libraries, as typed
 * @param boms whose versions hold for libraries without one
 * @param exclusions {@code group:artifact}, {@code *} for any, left out wherever they come from
 * @param from names or addresses of the only repositories to ask; all when empty
 * @param pom a complete POM whose dependencies are wanted
 */
record Wishes(
    String magic,
    List<String> coordinates,
    List<String> boms,
    List<String> exclusions,
    List<String> from,
    Optional<Pom> pom,
    Manner manner) {

  /**
   * How to go about it.
   *
   * @param offline asks no repository
   * @param update looks for newer snapshots now instead of once a day
   * @param sources fetches the libraries' sources too
   * @param verbose names every jar
   */
  record Manner(boolean offline, boolean update, boolean sources, boolean verbose) {}
}
