package org.jacobean.magics.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void aRightAnswerGetsATick() {
    Verdict v = new Verdict("px", "∂p/∂x", 8, Map.of("∂p/∂x", ""));
    assertTrue(v.right());
    assertEquals("✓ px is ∂p/∂x: right at all 8 points tried", v.show().text());
  }

  @Test
  void eachWrongEntryIsNamedAndNothingIsPrintedUnescaped() {
    Map<String, String> found = new LinkedHashMap<>();
    found.put("∂f/∂x", "");
    found.put("∂f/∂y", "the <sign> is wrong");
    Verdict v = new Verdict("g", "∇f", 8, found);
    assertFalse(v.right());
    assertEquals(1, v.rightEntries());
    assertEquals("✗ g is not ∇f\n  ∂f/∂y: the <sign> is wrong", v.show().text());
    assertTrue(v.show().html().contains("the &lt;sign&gt; is wrong"));
  }
}
