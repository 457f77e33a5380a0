package org.jacobean.magics.general;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.MagicException;

/**
 * A file of Java code in the cells it is to be run in: one for a source file, several for a
 * notebook.
 */
record ScriptFile(Path path, List<String> cells, List<String> notes) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
  private static final Pattern JSHELL_COMMAND = Pattern.compile("(?m)^/[a-z!?-].*$");

  static ScriptFile read(Path path) throws MagicException {
    String name = String.valueOf(path.getFileName());
    try {
      if (name.endsWith(".ipynb")) {
        return notebook(path);
      }
      String source = Files.readString(path);
      return name.endsWith(".java") ? java(path, source) : jshell(path, source);
    } catch (CharacterCodingException e) {
      throw new MagicException("%load: " + path + " is not UTF-8 text", e);
    } catch (IOException e) {
      throw new MagicException("%load: " + path + " could not be read: " + e.getMessage(), e);
    }
  }

  private static ScriptFile java(Path path, String source) {
    boolean packaged = PACKAGE.matcher(source).find();
    List<String> notes =
        packaged
            ? List.of("the package statement was left out: a notebook's types have no package")
            : List.of();
    return new ScriptFile(path, List.of(PACKAGE.matcher(source).replaceFirst("")), notes);
  }

  /**
   * Commands of the JShell tool are no Java; blank lines in their place keep line numbers right.
   */
  private static ScriptFile jshell(Path path, String source) {
    List<String> notes =
        JSHELL_COMMAND
            .matcher(source)
            .results()
            .map(found -> "the JShell command " + found.group().strip() + " was left out")
            .toList();
    return new ScriptFile(path, List.of(JSHELL_COMMAND.matcher(source).replaceAll("")), notes);
  }

  private static ScriptFile notebook(Path path) throws IOException, MagicException {
    JsonNode notebook;
    try {
      notebook = new ObjectMapper().readTree(path.toFile());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new MagicException(
          "%load: " + path + " is not a notebook: " + e.getOriginalMessage(), e);
    }
    String language = notebook.at("/metadata/kernelspec/language").asText("java");
    if (!language.equalsIgnoreCase("java")) {
      throw new MagicException(
          "%load: " + path + " is a notebook for " + language + ", this kernel runs Java");
    }
    return new ScriptFile(path, codeCells(path, notebook), List.of());
  }

  private static List<String> codeCells(Path path, JsonNode notebook) throws MagicException {
    if (!notebook.path("cells").isArray()) {
      throw new MagicException(
          "%load: " + path + " is not a notebook of format 4: it has no list of cells");
    }
    var cells = new ArrayList<String>();
    for (JsonNode cell : notebook.path("cells")) {
      if (cell.path("cell_type").asText().equals("code")) {
        cells.add(source(cell.path("source")));
      }
    }
    return cells;
  }

  /** Source is one string or a list of lines. */
  private static String source(JsonNode source) {
    if (source.isTextual()) {
      return source.asText();
    }
    var lines = new StringBuilder();
    source.forEach(line -> lines.append(line.asText()));
    return lines.toString();
  }
}
