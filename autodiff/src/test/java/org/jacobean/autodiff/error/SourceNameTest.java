package org.jacobean.autodiff.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SourceNameTest {
  @Test
  void methodsOfANotebooksCellsAreNamedAsTheirAuthorDid() {
    assertEquals("relu", SourceName.method("REPL/$JShell$7", "relu"));
    assertEquals("relu", SourceName.method("REPL.$JShell$7B", "relu"));
    assertEquals("Layer.run", SourceName.method("REPL/$JShell$7$Layer", "run"));
    assertEquals("new Layer", SourceName.method("REPL/$JShell$7$Layer", "<init>"));
    assertEquals("the lambda", SourceName.method("REPL/$JShell$12", "lambda$run$0"));
  }

  @Test
  void otherClassesLoseTheirPackageAlone() {
    assertEquals("Math.sin", SourceName.method("java/lang/Math", "sin"));
    assertEquals("Outer.Inner.f", SourceName.method("a/b/Outer$Inner", "f"));
    assertEquals("the lambda in Outer.f", SourceName.method("a/b/Outer", "lambda$f$0"));
  }
}
