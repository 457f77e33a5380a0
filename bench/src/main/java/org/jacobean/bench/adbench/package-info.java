/** The four objectives of ADBench as plain Java, with its data and reference gradients. */
@NullMarked
package org.jacobean.bench.adbench;

import org.jspecify.annotations.NullMarked;
