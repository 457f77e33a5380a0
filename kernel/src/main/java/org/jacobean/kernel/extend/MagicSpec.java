package org.jacobean.kernel.extend;

import java.util.List;
import java.util.Set;

/**
 * What a magic declares of itself; names, help, completion and error texts are made from it.
 *
 * @param name without percent signs
 * @param forms whether it is a line magic, a cell magic or both
 * @param summary one sentence for lists
 * @param usage lines such as {@code %grad f(1, 2) wrt x}, the first the most ordinary
 * @param options the words and flags it understands
 * @param help Markdown: what it shows, with an example
 * @param result the type of its value when assigned; {@code void.class} when it gives none
 */
public record MagicSpec(
    String name,
    Set<Form> forms,
    String summary,
    List<String> usage,
    List<Option> options,
    String help,
    Class<?> result) {

  /** Where a magic may stand: {@code %name …} on a line or {@code %%name …} atop a cell. */
  public enum Form {
    LINE,
    CELL
  }

  /**
   * A flag or keyword, as typed.
   *
   * @param word such as {@code --quiet} or {@code wrt}
   * @param argument how its argument is called in help, empty when it takes none
   * @param summary one sentence
   */
  public record Option(String word, String argument, String summary) {}
}
