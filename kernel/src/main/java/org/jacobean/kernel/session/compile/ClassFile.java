package org.jacobean.kernel.session.compile;

/**
 * A compiled class.
 *
 * @param name its binary name
 * @param bytes as compiled, never changed after
 */
public record ClassFile(String name, byte[] bytes) {}
