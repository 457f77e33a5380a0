package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
  @Test
  void aCallIsANameWithBracketsAroundAllTheRest() {
    assertEquals(new Question.Call("f", List.of("1", "2")), Question.read("f(1, 2)"));
    assertEquals(new Question.Call("f", List.of()), Question.read("f ()"));
    assertEquals(
        new Question.Call("f", List.of("new double[] {1, 2}", "g(3, h[1])", "\"a,(b\"", "','")),
        Question.read("f(new double[] {1, 2}, g(3, h[1]), \"a,(b\", ',')"));
  }

  @Test
  void bareNamesAndExpressionsAreNoCalls() {
    assertEquals(new Question.Name("f"), Question.read("f"));
    assertEquals(new Question.Formula("f(1) + 2"), Question.read("f(1) + 2"));
    assertEquals(new Question.Formula("(x + 1) * (y)"), Question.read("(x + 1) * (y)"));
    assertEquals(new Question.Formula("Math.sin(x)"), Question.read("Math.sin(x)"));
    assertEquals(new Question.Formula("f(1"), Question.read("f(1"));
  }

  @Test
  void namesOfAnExpressionAreItsVariables() {
    assertEquals(List.of("x", "y"), Question.names("x*x*y + Math.sin(x) + \"z\".length() + 1e3*y"));
    assertEquals(List.of("x1"), Question.names("Math.PI * x1 + 2.5f"));
  }
}
