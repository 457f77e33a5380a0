package org.jacobean.kernel.session.compile;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.List;

/** Makes a reused compiler forget the session's classes, so that each pass lists them afresh. */
final class SessionSymbols {
  private SessionSymbols() {}

  static void forget(Context context) {
    Symtab symbols = Symtab.instance(context);
    PackageSymbol session =
        symbols.getPackage(
            symbols.unnamedModule, Names.instance(context).fromString(MemoryFiles.PACKAGE));
    if (session == null) {
      return;
    }
    List<ClassSymbol> old = new ArrayList<>();
    for (ClassSymbol symbol : symbols.getAllClasses()) {
      if (symbol.packge() == session) {
        old.add(symbol);
      }
    }
    old.forEach(symbol -> symbols.removeClass(symbols.unnamedModule, symbol.flatName()));
    session.members_field = null;
    session.completer = ClassFinder.instance(context).getCompleter();
  }
}
