package org.jacobean.kernel.session.scope;

/**
 * A declaration that compiled.
 *
 * @param holder the wrapper class it lies in
 * @param typeText for a variable, the type of its field as source; empty otherwise
 */
public record Live(Declared what, Holder holder, String typeText) {}
