/** Programs written as bytecode and defined as classes; may import lift, rule, tier. */
@NullMarked
package org.jacobean.autodiff.emit;

import org.jspecify.annotations.NullMarked;
