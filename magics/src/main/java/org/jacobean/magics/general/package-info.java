/**
 * The magics every notebook needs, derivatives aside: timing, files, processes, the session's
 * variables and class path. One class a magic; each is named in the service file of {@link
 * org.jacobean.kernel.extend.Magic} and has its page under {@code docs/magics}. May import the
 * kernel's {@code extend} and {@code magic} packages.
 */
@NullMarked
package org.jacobean.magics.general;

import org.jspecify.annotations.NullMarked;
