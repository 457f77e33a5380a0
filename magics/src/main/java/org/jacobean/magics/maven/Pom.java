package org.jacobean.magics.maven;

import java.nio.file.Path;
import java.util.Set;

/**
 * A complete POM in a file.
 *
 * @param scopes which of its own dependencies are wanted
 */
record Pom(Path file, String group, String artifact, String version, Set<String> scopes) {}
