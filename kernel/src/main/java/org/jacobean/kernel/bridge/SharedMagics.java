package org.jacobean.kernel.bridge;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Magics;
import org.jspecify.annotations.Nullable;

/** jjava's registry of magics: what libraries register there, users type like any other. */
final class SharedMagics extends MagicsRegistry {
  private final Supplier<Magics> magics;
  private @Nullable JJavaKernel kernel;

  SharedMagics(Supplier<Magics> magics) {
    this.magics = magics;
  }

  /** Magics are called with this kernel. */
  void serve(JJavaKernel served) {
    kernel = served;
  }

  @Override
  public synchronized MagicsRegistry registerLineMagic(String name, LineMagic<?, ?> magic) {
    super.registerLineMagic(name, magic);
    share(name);
    return this;
  }

  @Override
  public synchronized MagicsRegistry registerCellMagic(String name, CellMagic<?, ?> magic) {
    super.registerCellMagic(name, magic);
    share(name);
    return this;
  }

  /** Also the kernel's own magics, which are registered elsewhere, can be called by name. */
  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // jjava leaves the type to the caller
  public <T, K extends BaseKernel> T evalLineMagic(K caller, String name, List<String> words)
      throws Exception {
    return isOurs(name, getLineMagicNames())
        ? (T) magics.get().run(name, JJavaMagic.line(words), null)
        : super.evalLineMagic(caller, name, words);
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T, K extends BaseKernel> T evalCellMagic(
      K caller, String name, List<String> words, String body) throws Exception {
    return isOurs(name, getCellMagicNames())
        ? (T) magics.get().run(name, JJavaMagic.line(words), body)
        : super.evalCellMagic(caller, name, words, body);
  }

  private boolean isOurs(String name, Set<String> registered) {
    return !registered.contains(name) && magics.get().find(name).isPresent();
  }

  private void share(String name) {
    Set<Form> forms = new java.util.TreeSet<>();
    if (getLineMagicNames().contains(name)) {
      forms.add(Form.LINE);
    }
    if (getCellMagicNames().contains(name)) {
      forms.add(Form.CELL);
    }
    magics.get().register(new JJavaMagic(name, forms, this::run));
  }

  private @Nullable Object run(MagicCall call) throws Exception {
    JJavaKernel served = Objects.requireNonNull(kernel, "magics run in a kernel");
    List<String> words = JJavaMagic.words(call.line());
    return call.body() == null
        ? evalLineMagic(served, call.name(), words)
        : evalCellMagic(served, call.name(), words, call.body());
  }
}
