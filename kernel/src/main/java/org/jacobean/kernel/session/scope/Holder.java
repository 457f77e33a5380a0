package org.jacobean.kernel.session.scope;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jacobean.kernel.session.compile.ClassFile;
import org.jacobean.kernel.session.compile.References;
import org.jacobean.kernel.session.read.CellText;

/**
 * A compiled wrapper class with what lies in it.
 *
 * @param name of the wrapper, without its package
 * @param role which declarations it holds
 * @param files the wrapper and the classes within
 * @param references all its code refers to
 * @param cell where its source was written
 * @param anchor keeps the loaded classes, and so the values of fields, as long as a name lives
 * @param surface wrappers its signatures name: whoever sees it must see those
 */
public record Holder(
    String name,
    Role role,
    List<ClassFile> files,
    References references,
    Set<String> surface,
    CellText cell,
    AtomicReference<Object> anchor) {

  /** Variables live apart from code, so that their values can be freed; types share one loader. */
  public enum Role {
    TYPES,
    CODE,
    FIELDS
  }

  /** Also beside a field there may be one, of an object whose class had no name. */
  public boolean declaresTypes() {
    return role == Role.TYPES || (role == Role.FIELDS && files.size() > 1);
  }

  public String packaged() {
    return "REPL." + name;
  }
}
