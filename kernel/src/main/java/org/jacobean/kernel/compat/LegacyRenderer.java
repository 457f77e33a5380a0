package org.jacobean.kernel.compat;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.RenderFunction;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/**
 * IJava's renderer: what is registered with it is registered with the running kernel's too, and
 * what it is asked to render the running kernel renders.
 */
public final class LegacyRenderer extends Renderer {
  @Override
  public <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    super.register(supported, preferred, types, function);
    var all = new LinkedHashSet<>(preferred);
    all.addAll(supported);
    BaseKernel.notebookKernel()
        .getRenderer()
        .<T>register(
            toJJava(supported),
            toJJava(preferred),
            types,
            (value, context) -> render(value, context, all));
  }

  /** Called by the running kernel for a value of a type registered here. */
  private void render(Object value, RenderContext context, Set<MIMEType> offered) {
    String[] wanted =
        offered.stream()
            .filter(type -> context.wantsDataRenderedAs(toJJava(type)))
            .map(MIMEType::toString)
            .toArray(String[]::new);
    DisplayData rendered = super.renderAs(value, context.getParams(), wanted);
    context.getOutputContainer().assign(LegacyData.toJJava(rendered));
  }

  @Override
  public DisplayData render(Object value, Map<String, Object> parameters) {
    return LegacyData.toIJava(BaseKernel.notebookKernel().getRenderer().render(value, parameters));
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
    return LegacyData.toIJava(
        BaseKernel.notebookKernel().getRenderer().renderAs(value, parameters, types));
  }

  private static Set<org.dflib.jjava.jupyter.kernel.display.mime.MIMEType> toJJava(
      Set<MIMEType> types) {
    Stream<MIMEType> all = types.stream();
    return all.map(LegacyRenderer::toJJava).collect(Collectors.toSet());
  }

  private static org.dflib.jjava.jupyter.kernel.display.mime.MIMEType toJJava(MIMEType type) {
    return new org.dflib.jjava.jupyter.kernel.display.mime.MIMEType(
        type.getGroup(), type.getTree(), type.getSubtype(), type.getSuffix());
  }
}
