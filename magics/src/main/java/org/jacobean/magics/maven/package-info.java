/**
 * Libraries from Maven repositories. The magics ({@code Maven}, {@code MavenRepo}, {@code
 * LoadFromPom}) know only {@link org.jacobean.magics.maven.Libraries}; the resolver's classes are
 * loaded when the first library is asked for. Settings, mirrors, proxies and the local repository
 * are those of the user's own Maven.
 */
@NullMarked
package org.jacobean.magics.maven;

import org.jspecify.annotations.NullMarked;
