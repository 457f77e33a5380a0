package org.jacobean.magics.general;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %classpath}: adds folders and jars to the class path, or lists it. */
public final class Classpath implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "classpath",
        Set.of(Form.LINE),
        "Adds folders and jars to the class path, or lists it.",
        List.of("%classpath", "%classpath target/classes lib/*.jar"),
        List.of(),
        """
        Each word is a folder of classes, a jar, or a pattern that matches some. The value is the \
        list of paths added. BeakerX's `%classpath add jar …` and `%classpath add mvn …` work too.\
        """,
        List.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("addClasspath");
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    List<String> words = Arguments.anywhere(spec(), call).words();
    if (words.isEmpty()) {
      return call.notebook().classpath().stream().map(Object::toString).toList();
    }
    if (words.size() > 2 && words.get(0).equals("add") && words.get(1).equals("mvn")) {
      String coordinates = String.join(":", words.subList(2, words.size()));
      return call.notebook().run("%maven " + coordinates);
    }
    boolean beaker = words.size() > 2 && words.get(0).equals("add") && words.get(1).equals("jar");
    List<String> patterns = beaker ? words.subList(2, words.size()) : words;
    return Added.toClasspath("%classpath", call.notebook(), patterns, UnaryOperator.identity());
  }
}
