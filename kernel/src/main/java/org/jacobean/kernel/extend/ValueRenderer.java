package org.jacobean.kernel.extend;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * Turns values of some types into MIME bundles. Found by ServiceLoader when the first value that is
 * not a string, number or boolean is shown, so that nothing of it is loaded at start.
 */
public interface ValueRenderer {
  boolean renders(Object value);

  DisplayData render(Object value);
}
