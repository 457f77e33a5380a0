package org.jacobean.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** The JDK's own JShell, asked the same cells: what a session answers must agree with it. */
final class JShellOracle implements AutoCloseable {
  private static final Set<Snippet.SubKind> SHOWN =
      Set.of(
          Snippet.SubKind.VAR_VALUE_SUBKIND,
          Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
          Snippet.SubKind.OTHER_EXPRESSION_SUBKIND);

  private final JShell shell =
      JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of()).build();

  JShellOracle() {
    DefaultImports.ALL.forEach(shell::eval);
  }

  /** The last value as JShell prints it; "!" and why when a snippet fails. */
  String run(String cell) {
    String rest = cell;
    String last = "";
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = info.source() == null ? rest : info.source();
      List<SnippetEvent> events = shell.eval(source);
      SnippetEvent event = events.get(0);
      if (event.status() == Snippet.Status.REJECTED) {
        return "!compile";
      }
      if (event.exception() != null) {
        return "!" + event.exception().getClass().getSimpleName();
      }
      boolean value =
          SHOWN.contains(event.snippet().subKind()) && !source.stripTrailing().endsWith(";");
      last = value && event.value() != null ? event.value() : "";
      rest = info.remaining() == null ? "" : info.remaining();
    }
    return last;
  }

  @Override
  public void close() {
    shell.close();
  }
}
