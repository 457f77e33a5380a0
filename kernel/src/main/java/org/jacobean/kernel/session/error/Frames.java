package org.jacobean.kernel.session.error;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The frames of a stack trace that mean something to the user. */
final class Frames {
  private static final Pattern SESSION = Pattern.compile("REPL\\.\\$JShell\\$\\d+(?:\\$(.*))?");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");
  private static final Pattern CODE = Pattern.compile("do_it\\$\\d+");
  private static final int LIBRARY_FRAMES = 3;

  private final StackTraceElement[] trace;
  private final Sources sources;

  Frames(StackTraceElement[] trace, Sources sources) {
    this.trace = trace;
    this.sources = sources;
  }

  /** At most so many of the user's frames, and the library's that lead to the first of them. */
  List<String> lines(int most) {
    List<String> lines = new ArrayList<>();
    int last = lastOfUser();
    int first = firstOfUser();
    int shown = 0;
    for (int i = 0; i <= last && shown < most; i++) {
      if (isUsers(trace[i])) {
        lines.addAll(user(trace[i]));
        shown++;
      } else if (i < first && i < LIBRARY_FRAMES && !isKernels(trace[i])) {
        lines.add(Ink.FAINT.of("  at " + trace[i]));
      }
    }
    int left = (int) java.util.Arrays.stream(trace).filter(Frames::isUsers).count() - shown;
    if (left > 0) {
      lines.add(Ink.FAINT.of("  … and " + left + " more of the cells' frames"));
    }
    return lines;
  }

  private int firstOfUser() {
    for (int i = 0; i < trace.length; i++) {
      if (isUsers(trace[i])) {
        return i;
      }
    }
    return 0;
  }

  private int lastOfUser() {
    for (int i = trace.length - 1; i >= 0; i--) {
      if (isUsers(trace[i])) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isUsers(StackTraceElement frame) {
    return frame.getClassName().startsWith("REPL.") && frame.getLineNumber() > 0;
  }

  private static boolean isKernels(StackTraceElement frame) {
    return frame.getClassName().startsWith("org.jacobean.kernel.");
  }

  private List<String> user(StackTraceElement frame) {
    List<String> lines = new ArrayList<>();
    String place = Ink.BLUE.of(frame.getFileName() + ", line " + frame.getLineNumber());
    String method = method(frame);
    lines.add("  at " + (method.isEmpty() ? place : Ink.BOLD.of(method) + " (" + place + ")"));
    String text = line(frame);
    if (text != null && !text.isBlank()) {
      lines.add("      " + text.strip());
    }
    return lines;
  }

  private static String method(StackTraceElement frame) {
    String name = frame.getMethodName();
    Matcher lambda = LAMBDA.matcher(name);
    if (lambda.matches()) {
      String within = CODE.matcher(lambda.group(1)).matches() ? "" : " in " + lambda.group(1);
      return "lambda" + within;
    }
    if (CODE.matcher(name).matches()) {
      return "";
    }
    Matcher type = SESSION.matcher(frame.getClassName());
    String owner = type.matches() && type.group(1) != null ? type.group(1).replace('$', '.') : "";
    if (name.equals("<init>")) {
      return "new " + owner;
    }
    return owner.isEmpty() ? name : owner + "." + name;
  }

  private @Nullable String line(StackTraceElement frame) {
    String source = sources.of(frame.getClassName());
    if (source == null) {
      return null;
    }
    return source.lines().skip(frame.getLineNumber() - 1L).findFirst().orElse(null);
  }
}
