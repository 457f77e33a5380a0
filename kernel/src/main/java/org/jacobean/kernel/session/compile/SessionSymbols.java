package org.jacobean.kernel.session.compile;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a reused compiler forget the session's classes, so that each pass lists them afresh. */
final class SessionSymbols {
  private SessionSymbols() {}

  /** After a pass without errors: those it made, those it saw and those that these speak of. */
  static void forget(Context context, Iterable<String> flatNames) {
    Symtab symbols = Symtab.instance(context);
    Names names = Names.instance(context);
    for (String name : flatNames) {
      symbols.removeClass(symbols.unnamedModule, names.fromString(name));
    }
    listAfresh(context);
  }

  /** After a pass that stopped half-way, where nobody knows what it had begun. */
  static void forgetAll(Context context) {
    Symtab symbols = Symtab.instance(context);
    PackageSymbol session = session(context);
    List<ClassSymbol> old = new ArrayList<>();
    for (ClassSymbol symbol : symbols.getAllClasses()) {
      if (symbol.packge() == session) {
        old.add(symbol);
      }
    }
    old.forEach(symbol -> symbols.removeClass(symbols.unnamedModule, symbol.flatName()));
    listAfresh(context);
  }

  private static @Nullable PackageSymbol session(Context context) {
    Symtab symbols = Symtab.instance(context);
    return symbols.getPackage(
        symbols.unnamedModule, Names.instance(context).fromString(MemoryFiles.PACKAGE));
  }

  private static void listAfresh(Context context) {
    PackageSymbol session = session(context);
    if (session != null) {
      session.members_field = null;
      session.completer = ClassFinder.instance(context).getCompleter();
    }
  }
}
