/** IJava's Maven resolver by name. */
package io.github.spencerpark.ijava.magics;
