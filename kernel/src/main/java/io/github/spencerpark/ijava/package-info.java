/**
 * IJava's own classes by name, for notebooks that mention them: IJava was never published, its
 * display types were. They do what IJava documented, by means of the running kernel.
 */
package io.github.spencerpark.ijava;
