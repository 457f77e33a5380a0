package io.github.spencerpark.ijava.runtime;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;

/** Magics called from Java. */
public final class Magics {
  private Magics() {}

  public static <T> T lineMagic(String name, List<String> words) {
    return BaseNotebookStatics.lineMagic(name, words);
  }

  public static <T> T cellMagic(String name, List<String> words, String body) {
    return BaseNotebookStatics.cellMagic(name, words, body);
  }
}
