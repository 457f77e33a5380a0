package org.jacobean.kernel.session.scope;

import java.util.List;
import java.util.Map;
import org.jacobean.kernel.session.compile.Problem;

/**
 * A cell ready to run, its declarations entered.
 *
 * @param holders the new wrapper classes
 * @param codeClass the wrapper whose {@code runs} are to be called in order; empty when none
 * @param shown whether the last run gives a value to show
 * @param waiting declarations that could not be compiled yet, and why
 * @param reset variables that lost their value because their type was declared anew
 */
public record CompiledCell(
    List<Holder> holders,
    String codeClass,
    List<String> runs,
    boolean shown,
    Map<Declared, List<Problem>> waiting,
    List<String> reset) {}
