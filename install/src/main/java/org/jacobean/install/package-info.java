/**
 * The self-contained jar's front door and its installer: writes the kernelspec, makes the start-up
 * archive, looks the installation over. Puts the parts together and so may import all of them; none
 * of them imports it. Written for Linux, macOS and Windows alike, and starts no shell.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.install;
