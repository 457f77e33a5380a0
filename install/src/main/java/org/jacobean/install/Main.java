package org.jacobean.install;

import java.util.Arrays;

/**
 * What {@code java -jar jacobean.jar} starts: the kernel when given a connection file, the
 * installer when given an option. Loads nothing itself, since every start of a kernel comes through
 * here.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 1 && !args[0].startsWith("-")) {
      org.jacobean.kernel.Main.main(args);
    } else {
      System.exit(Command.run(Arrays.asList(args), System.out, System.err));
    }
  }
}
