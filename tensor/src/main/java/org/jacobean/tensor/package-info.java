/** Arrays for networks, each operation with its derivative rule. */
package org.jacobean.tensor;
