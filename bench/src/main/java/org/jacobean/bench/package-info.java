/** Measurements beside the peers. */
package org.jacobean.bench;
