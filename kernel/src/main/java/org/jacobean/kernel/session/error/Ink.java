package org.jacobean.kernel.session.error;

/** Colours of a terminal that are readable on light and on dark. */
enum Ink {
  RED("31"),
  BLUE("34"),
  BOLD("1"),
  FAINT("2");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String of(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
