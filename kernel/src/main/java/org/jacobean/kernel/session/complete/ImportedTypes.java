package org.jacobean.kernel.session.complete;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jacobean.kernel.session.compile.SourceUnit;

/** Offers types and static members that the session's imports bring in. */
final class ImportedTypes implements Analysis.TreeReading<Boolean> {
  private final Items items;
  private final boolean typesOnly;
  private final List<String> imports;

  ImportedTypes(Items items, boolean typesOnly, List<String> imports) {
    this.items = items;
    this.typesOnly = typesOnly;
    this.imports = new ArrayList<>(imports);
    this.imports.add("import java.lang.*;");
  }

  @Override
  public Boolean read(JavacTask task, List<CompilationUnitTree> trees, List<SourceUnit> units) {
    if (!items.prefix().isEmpty()) {
      Elements elements = task.getElements();
      imports.forEach(line -> offer(line.replaceAll("^import\\s+|\\s*;$", ""), elements));
    }
    return true;
  }

  private void offer(String imported, Elements elements) {
    boolean isStatic = imported.startsWith("static ");
    String name = isStatic ? imported.substring("static ".length()).strip() : imported;
    String last = name.substring(name.lastIndexOf('.') + 1);
    String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (isStatic) {
      statics(owner, last, elements);
    } else if (last.equals("*")) {
      all(owner, elements);
    } else if (items.wants(last)) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        items.add(type);
      }
    }
  }

  private void all(String owner, Elements elements) {
    PackageElement parent = elements.getPackageElement(owner);
    if (parent != null) {
      for (Element type : parent.getEnclosedElements()) {
        // the name first: asking a class for its modifiers reads its file
        if (items.wants(type.getSimpleName().toString())
            && type.getModifiers().contains(Modifier.PUBLIC)) {
          items.add(type);
        }
      }
    }
  }

  private void statics(String owner, String last, Elements elements) {
    if (typesOnly || !(last.equals("*") || items.wants(last))) {
      return;
    }
    TypeElement type = elements.getTypeElement(owner);
    if (type != null) {
      for (Element member : elements.getAllMembers(type)) {
        if (member.getModifiers().contains(Modifier.STATIC)
            && member.getModifiers().contains(Modifier.PUBLIC)
            && (last.equals("*") || member.getSimpleName().contentEquals(last))) {
          items.add(member);
        }
      }
    }
  }
}
