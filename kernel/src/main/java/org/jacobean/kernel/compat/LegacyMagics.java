package org.jacobean.kernel.compat;

import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/** IJava's registry of magics over the running kernel's: one list, whoever adds to it. */
public final class LegacyMagics extends Magics {
  @Override
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    LineMagic<Object, BaseKernel> line = (kernel, words) -> magic.execute(words);
    BaseKernel.notebookKernel().getMagicsRegistry().registerLineMagic(name, line);
  }

  @Override
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    CellMagic<Object, BaseKernel> cell = (kernel, words, body) -> magic.execute(words, body);
    BaseKernel.notebookKernel().getMagicsRegistry().registerCellMagic(name, cell);
  }

  @Override
  public <T> T applyLineMagic(String name, List<String> words) throws Exception {
    BaseKernel kernel = BaseKernel.notebookKernel();
    return kernel.getMagicsRegistry().evalLineMagic(kernel, name, words);
  }

  @Override
  public <T> T applyCellMagic(String name, List<String> words, String body) throws Exception {
    BaseKernel kernel = BaseKernel.notebookKernel();
    return kernel.getMagicsRegistry().evalCellMagic(kernel, name, words, body);
  }
}
