package org.jacobean.magics.diff;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** Finds what a line asks about: the function in the session, and the values of its parameters. */
final class Asking {
  static final MagicSpec.Option AT =
      new MagicSpec.Option("at", "x=1, y=2", "Where: a value for each variable.");
  static final MagicSpec.Option WRT =
      new MagicSpec.Option("wrt", "x, y", "By which parameters; all real ones otherwise.");

  private final Notebook notebook;
  private final Arguments given;
  private final Missing missing;

  private Asking(Notebook notebook, Arguments given) {
    this.notebook = notebook;
    this.given = given;
    this.missing = new Missing(notebook, given);
  }

  /** The function at a point: {@code f(1, 2)}, {@code f at x=1, y=2}, {@code x*y at x=1, y=2}. */
  static Subject atPoint(MagicCall call, Arguments given) throws Exception {
    return new Asking(call.notebook(), given).read(true);
  }

  /** The function alone, its values possibly missing: {@code f}, {@code x*y}. */
  static Subject anywhere(MagicCall call, Arguments given) throws Exception {
    return new Asking(call.notebook(), given).read(false);
  }

  /** The function that a text names or writes, its variables those of the spans. */
  static Subject over(MagicCall call, Arguments given, String text, List<Span> spans)
      throws Exception {
    Asking asking = new Asking(call.notebook(), given);
    asking.missing.checkWords(text);
    if (Question.read(text) instanceof Question.Name asked) {
      Optional<Target> target = asking.named(asked.name());
      if (target.isPresent()) {
        List<String> names = Subject.names(target.get());
        return new Subject(asked.name(), target.get(), open(target.get(), names));
      }
      boolean varied = spans.stream().anyMatch(span -> span.name().equals(asked.name()));
      if (!varied && call.notebook().variable(asked.name()).isEmpty()) {
        throw asking.missing.function(asked.name());
      }
    }
    if (Question.read(text) instanceof Question.Call asked
        && !asking.missing.isLibrary(asked.name())
        && asking.named(asked.name()).isEmpty()) {
      throw asking.missing.function(asked.name());
    }
    return new FormulaSubject(call.notebook(), given)
        .over(text, spans.stream().map(Span::name).toList());
  }

  /** A function to be minimised: by name, or an expression of names that have no value yet. */
  static Subject downhill(MagicCall call, Arguments given, String text) throws Exception {
    Asking asking = new Asking(call.notebook(), given);
    asking.missing.checkWords(text);
    if (Question.read(text) instanceof Question.Name asked) {
      Optional<Target> target = asking.named(asked.name());
      if (target.isEmpty()) {
        throw asking.missing.function(asked.name());
      }
      return new Subject(
          asked.name(), target.get(), open(target.get(), Subject.names(target.get())));
    }
    if (Question.read(text) instanceof Question.Call asked
        && !asking.missing.isLibrary(asked.name())
        && asking.named(asked.name()).isEmpty()) {
      throw asking.missing.function(asked.name());
    }
    List<String> free =
        Question.names(text).stream()
            .filter(name -> call.notebook().variable(name).isEmpty())
            .toList();
    return new FormulaSubject(call.notebook(), given).over(text, free);
  }

  private Subject read(boolean pointNeeded) throws Exception {
    Question question = Question.read(given.requiredText("a function or an expression"));
    missing.checkWords(given.text());
    if (question instanceof Question.Call asked && !given.has(AT.word())) {
      Optional<Subject> found = call(asked);
      if (found.isPresent()) {
        return found.get();
      }
      if (!missing.isLibrary(asked.name())) {
        throw missing.function(asked.name());
      }
    }
    if (question instanceof Question.Call asked
        && !missing.isLibrary(asked.name())
        && named(asked.name()).isEmpty()) {
      throw missing.function(asked.name());
    }
    if (question instanceof Question.Name asked) {
      Optional<Target> target = named(asked.name());
      if (target.isPresent()) {
        return atNames(asked.name(), target.get(), pointNeeded);
      }
    }
    return new FormulaSubject(notebook, given).read(given.text(), pointNeeded);
  }

  private Optional<Subject> call(Question.Call asked) throws Exception {
    List<Method> methods = notebook.methods(asked.name());
    if (methods.isEmpty() && variable(asked.name()).isEmpty()) {
      return Optional.empty();
    }
    @Nullable Object[] values = Values.evaluate(notebook, given, asked.arguments());
    Target target =
        methods.isEmpty() ? variable(asked.name()).orElseThrow() : chosen(asked, methods, values);
    return Optional.of(subject(asked.name(), target, values));
  }

  /** Of overloaded methods the newest that takes these values. */
  private Target chosen(Question.Call asked, List<Method> methods, @Nullable Object[] values)
      throws MagicException {
    List<Method> counted =
        methods.stream().filter(m -> m.getParameterCount() == values.length).toList();
    for (Method m : counted) {
      if (Values.fit(m.getParameterTypes(), values)) {
        return Functions.target(m);
      }
    }
    if (counted.isEmpty()) {
      throw missing.arguments(asked, Subject.names(Functions.target(methods.get(0))));
    }
    return Functions.target(counted.get(0));
  }

  private Subject subject(String name, Target target, @Nullable Object[] values)
      throws MagicException {
    List<String> names = Subject.names(target);
    if (names.size() != values.length) {
      throw missing.arguments(
          new Question.Call(name, Arrays.stream(values).map(String::valueOf).toList()), names);
    }
    Class<?>[] types = Values.types(target);
    List<Subject.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Object value = Values.convert(given, name, names.get(i), types[i], values[i]);
      parameters.add(new Subject.Parameter(names.get(i), types[i], value));
    }
    return new Subject(name, target, parameters);
  }

  private Subject atNames(String name, Target target, boolean pointNeeded) throws Exception {
    Map<String, String> assigned = new LinkedHashMap<>(given.assignments(AT.word()));
    List<String> names = Subject.names(target);
    if (assigned.isEmpty() && !names.isEmpty()) {
      if (pointNeeded) {
        throw missing.values(name, names);
      }
      return new Subject(name, target, open(target, names));
    }
    missing.checkNames(name, names, assigned);
    List<String> expressions = names.stream().map(n -> assigned.getOrDefault(n, "")).toList();
    return subject(name, target, Values.evaluate(notebook, given, expressions));
  }

  private static List<Subject.Parameter> open(Target target, List<String> names) {
    Class<?>[] types = Values.types(target);
    List<Subject.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      parameters.add(new Subject.Parameter(names.get(i), types[i], Values.zero(types[i])));
    }
    return parameters;
  }

  private Optional<Target> named(String name) {
    List<Method> methods = notebook.methods(name);
    return methods.isEmpty() ? variable(name) : Optional.of(Functions.target(methods.get(0)));
  }

  /** A lambda or another function object that a variable of the session holds. */
  private Optional<Target> variable(String name) {
    Object value = notebook.variable(name).map(Notebook.Variable::value).orElse(null);
    if (value == null
        || value instanceof Number
        || value instanceof CharSequence
        || value.getClass().isArray()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Functions.target(value));
    } catch (DiffException noFunction) {
      return Optional.empty();
    }
  }
}
