/** The static methods that IJava imported in every notebook. */
package io.github.spencerpark.ijava.runtime;
