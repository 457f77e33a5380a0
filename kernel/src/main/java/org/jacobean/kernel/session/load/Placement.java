package org.jacobean.kernel.session.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which loader a wrapper class goes to. Types share one, since they see each other's
 * package-private members; fields and code get loaders of their own and vanish when unused, unless
 * the code touches such a member.
 */
public final class Placement {
  /**
   * A wrapper to place.
   *
   * @param classes its classes by binary name
   * @param types whether it declares types
   * @param referred binary names of session classes it refers to
   * @param links fields and methods it uses, as {@code owner.name:descriptor}
   */
  public record Wrapper(
      Map<String, byte[]> classes,
      String source,
      boolean types,
      Set<String> referred,
      Set<String> links) {}

  private final SessionLoader session;
  private final SnippetLoader types;
  private final Map<String, NonPublic> nonPublic = new HashMap<>();

  public Placement(SessionLoader session) {
    this.session = session;
    this.types = session.snippetLoader();
  }

  /** Places wrappers that were compiled together; each class lives while its loader is held. */
  public List<SnippetLoader> place(List<Wrapper> wrappers) {
    List<SnippetLoader> loaders = new ArrayList<>();
    wrappers.stream().filter(Wrapper::types).forEach(w -> put(w, types));
    for (Wrapper wrapper : wrappers) {
      SnippetLoader loader =
          wrapper.types() || needsTypes(wrapper) ? types : session.snippetLoader();
      loaders.add(loader);
      put(wrapper, loader);
    }
    for (int i = 0; i < loaders.size(); i++) {
      refer(wrappers.get(i), loaders.get(i));
    }
    return loaders;
  }

  private void put(Wrapper wrapper, SnippetLoader loader) {
    wrapper
        .classes()
        .forEach((name, bytes) -> session.place(name, bytes, wrapper.source(), loader));
  }

  private void refer(Wrapper wrapper, SnippetLoader from) {
    for (String name : wrapper.referred()) {
      SnippetLoader to = session.holder(name);
      if (to != null) {
        from.refer(name, to);
      }
    }
  }

  private boolean needsTypes(Wrapper wrapper) {
    return wrapper.links().stream().anyMatch(this::isHidden)
        || wrapper.referred().stream().anyMatch(name -> of(name).hidden());
  }

  private boolean isHidden(String link) {
    int dot = link.lastIndexOf('.', link.indexOf(':'));
    String owner = link.substring(0, dot).replace('/', '.');
    return of(owner).declares(link.substring(dot + 1), name -> of(name));
  }

  private NonPublic of(String name) {
    SnippetLoader loader = session.holder(name);
    byte[] bytes = loader == types ? types.bytes(name) : null;
    return bytes == null
        ? NonPublic.NONE
        : nonPublic.computeIfAbsent(name, n -> NonPublic.of(bytes));
  }
}
