/**
 * What results look like: tables, formulas, plots, graphs.
 *
 * <p>A thing that can be shown is {@link org.jacobean.display.Showable}; what it gives is a {@link
 * org.jacobean.display.Bundle}, one look for each kind of reader (terminal, notebook, exported
 * paper). Values of other people's types get theirs from a {@link org.jacobean.display.Rendering},
 * found by type in {@code value.Renderings}:
 *
 * <pre>{@code
 * Renderings.ofNotebook().register(Money.class, m -> Bundle.of(m.toString()).html("<b>…</b>"));
 * }</pre>
 *
 * <p>May import jjava's display types; knows nothing of the kernel.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.display;
