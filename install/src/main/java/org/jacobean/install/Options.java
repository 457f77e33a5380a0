package org.jacobean.install;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the installer was asked to do.
 *
 * @param action the one of {@code --install}, {@code --uninstall}, {@code --doctor}, {@code --help}
 * @param place {@code --user}, {@code --sys-prefix} or {@code --prefix}
 * @param prefix the argument of {@code --prefix}
 * @param name the kernelspec's folder
 * @param displayName what the launcher shows
 * @param jdk the argument of {@code --jdk}; null means the JDK that runs the installer
 * @param jvmArguments given on to the kernel's JVM
 * @param environment given on to the kernel
 * @param classpath seen by every notebook
 * @param replace whether an installation of that name may be replaced
 * @param archive whether the start-up archive is made
 * @param archiveFile where {@code --make-archive} puts one for an installation that was not made by
 *     this installer, such as the wheel's
 */
record Options(
    Action action,
    Place place,
    @Nullable String prefix,
    String name,
    String displayName,
    @Nullable String jdk,
    List<String> jvmArguments,
    Map<String, String> environment,
    List<String> classpath,
    boolean replace,
    boolean archive,
    @Nullable String archiveFile) {

  enum Action {
    INSTALL,
    UNINSTALL,
    MAKE_ARCHIVE,
    DOCTOR,
    HELP
  }

  enum Place {
    USER,
    SYS_PREFIX,
    PREFIX
  }

  static Options parse(List<String> arguments) throws InstallException {
    return new Parser(arguments).parse();
  }

  private static final class Parser {
    private final Deque<String> rest;
    private @Nullable Action action;
    private @Nullable Place place;
    private @Nullable String prefix;
    private String name = "jacobean";
    private String displayName = "Java (Jacobean)";
    private @Nullable String jdk;
    private final List<String> jvmArguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> classpath = new ArrayList<>();
    private boolean replace;
    private boolean archive = true;
    private @Nullable String archiveFile;

    Parser(List<String> arguments) {
      rest = new ArrayDeque<>(arguments);
    }

    Options parse() throws InstallException {
      while (!rest.isEmpty()) {
        accept(option(rest.remove()));
      }
      if (action == null) {
        throw new InstallException.BadOption(
            "Nothing to do: give --install, --uninstall or --doctor, or one connection file.");
      }
      return new Options(
          action,
          place == null ? Place.USER : place,
          prefix,
          name,
          displayName,
          jdk,
          List.copyOf(jvmArguments),
          Collections.unmodifiableMap(environment),
          List.copyOf(classpath),
          replace,
          archive,
          archiveFile);
    }

    /** {@code --name=x} is the same as {@code --name x}. */
    private String option(String word) {
      int equals = word.indexOf('=');
      if (equals < 0 || !word.startsWith("--")) {
        return word;
      }
      rest.push(word.substring(equals + 1));
      return word.substring(0, equals);
    }

    private void accept(String option) throws InstallException {
      switch (option) {
        case "--install" -> act(Action.INSTALL);
        case "--uninstall" -> act(Action.UNINSTALL);
        case "--make-archive" -> {
          act(Action.MAKE_ARCHIVE);
          archiveFile = argument(option, "FILE");
        }
        case "--doctor" -> act(Action.DOCTOR);
        case "--help", "-h" -> action = Action.HELP;
        case "--user" -> to(Place.USER);
        case "--sys-prefix" -> to(Place.SYS_PREFIX);
        case "--prefix" -> {
          to(Place.PREFIX);
          prefix = argument(option, "PATH");
        }
        case "--name" -> name = kernelName(argument(option, "NAME"));
        case "--display-name" -> displayName = argument(option, "TEXT");
        case "--jdk" -> jdk = argument(option, "PATH");
        case "--jvm-arg" -> jvmArguments.add(argument(option, "ARGUMENT"));
        case "--env" -> addVariable(argument(option, "NAME=VALUE"));
        case "--classpath" -> classpath.add(argument(option, "PATHS"));
        case "--replace" -> replace = true;
        case "--no-archive" -> archive = false;
        default -> throw new InstallException.BadOption("There is no option " + option + ".");
      }
    }

    private void act(Action wanted) throws InstallException {
      if (action != null && action != wanted && action != Action.HELP) {
        throw new InstallException.BadOption(
            "One of --install, --uninstall and --doctor at a time.");
      }
      action = action == Action.HELP ? action : wanted;
    }

    private void to(Place wanted) throws InstallException {
      if (place != null && place != wanted) {
        throw new InstallException.BadOption("One of --user, --sys-prefix and --prefix at a time.");
      }
      place = wanted;
    }

    private String argument(String option, String what) throws InstallException {
      if (rest.isEmpty()) {
        throw new InstallException.BadOption(option + " wants " + what + " after it.");
      }
      return rest.remove();
    }

    private void addVariable(String assignment) throws InstallException {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new InstallException.BadOption("--env wants NAME=VALUE, not " + assignment + ".");
      }
      environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    private static String kernelName(String name) throws InstallException {
      if (!name.matches("[A-Za-z0-9._-]+") || name.matches("\\.+")) {
        throw new InstallException.BadOption(
            "--name " + name + ": Jupyter takes letters, digits, dots, dashes and underscores.");
      }
      return name;
    }
  }
}
