/**
 * Widgets: values that stand in a notebook and in the kernel at once. The protocol is that of
 * ipywidgets (models over comms, version 2.1.0), the names are its names, and the front end is
 * {@code jupyterlab_widgets} and {@code anywidget} as they are.
 *
 * <pre>{@code
 * var a = new FloatSlider(0, 10, 0.1).value(3).description("a");
 * a.observe(v -> System.out.println(v));
 * new VBox(a, new Label("move it"))
 * }</pre>
 *
 * May import the module's root and jjava's comm types.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.widget;
