/**
 * Classes on their way into the virtual machine: the session's loaders, the rewriting of each class
 * as it is defined, and the switches its rewritten code looks at. Imports ASM; nothing of the
 * kernel but {@code compile}'s class files.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.load;
