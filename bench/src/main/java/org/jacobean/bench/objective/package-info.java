/**
 * What is measured: the objectives of ADBench and a few others as ordinary Java methods, some with
 * a gradient written by hand as the control. Nothing here knows of the engine.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.bench.objective;
