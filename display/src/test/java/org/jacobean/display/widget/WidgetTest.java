package org.jacobean.display.widget;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.display.DisplayException;
import org.junit.jupiter.api.Test;

class WidgetTest {

  private static void hear(Widget widget, String json) {
    widget.heard(JsonParser.parseString(json).getAsJsonObject(), List.of());
  }

  @Test
  void aMoveOfTheSliderReachesItsObservers() {
    var slider = new FloatSlider(0, 10, 0.5).value(3.0);
    List<Double> seen = new ArrayList<>();
    slider.observe(seen::add);
    hear(slider, "{\"method\":\"update\",\"state\":{\"value\":4.5},\"buffer_paths\":[]}");
    assertEquals(List.of(4.5), seen);
    assertEquals(4.5, slider.value());
  }

  @Test
  void whatTheProgramSetsDoesNotCallItBack() {
    var slider = new IntSlider(0, 10);
    slider.observe(
        v -> {
          throw new AssertionError("called back");
        });
    slider.value(7);
    assertEquals(7, slider.value());
  }

  @Test
  void aDropdownSpeaksOfItsOptionsByName() {
    var choice = new Dropdown("adam", "descent").value("descent");
    assertEquals("descent", choice.value());
    hear(choice, "{\"method\":\"update\",\"state\":{\"index\":0}}");
    assertEquals("adam", choice.value());
    var mistake = assertThrows(IllegalArgumentException.class, () -> choice.value("sgd"));
    assertEquals("\"sgd\" is none of the options [adam, descent]", mistake.getMessage());
  }

  @Test
  void aButtonCallsEachOfItsActionsInOrder() {
    List<String> done = new ArrayList<>();
    var button = new Button("go").onClick(() -> done.add("one")).onClick(() -> done.add("two"));
    hear(button, "{\"method\":\"custom\",\"content\":{\"event\":\"click\"}}");
    assertEquals(List.of("one", "two"), done);
  }

  @Test
  void arraysOfNumbersTravelAsBytes() {
    State state = new State();
    state.put("xs", new double[] {1, -2.5});
    state.put("n", 3);
    JsonArray paths = new JsonArray();
    List<byte[]> buffers = new ArrayList<>();
    assertEquals("{\"n\":3}", state.write(state.keys(), List.of(), paths, buffers).toString());
    assertEquals("[[\"xs\"]]", paths.toString());
    assertArrayEquals(new double[] {1, -2.5}, Widget.doubles(buffers.get(0)));
  }

  @Test
  void binaryValuesOfTheFrontEndArriveAsBytes() {
    class Wave extends AnyWidget {
      Wave() {
        super("export default {}");
        observe("xs", v -> seen = doubles((byte[]) v));
      }

      double[] seen = {};
    }
    var wave = new Wave();
    State state = new State();
    state.put("xs", new double[] {7});
    List<byte[]> buffers = new ArrayList<>();
    state.write(state.keys(), List.of(), new JsonArray(), buffers);
    wave.heard(
        JsonParser.parseString("{\"method\":\"update\",\"state\":{},\"buffer_paths\":[[\"xs\"]]}")
            .getAsJsonObject(),
        buffers);
    assertArrayEquals(new double[] {7}, wave.seen);
  }

  @Test
  void withoutANotebookAWidgetSaysWhatItNeeds() {
    var mistake = assertThrows(DisplayException.NoNotebook.class, new FloatSlider(0, 1, 0.1)::show);
    assertTrue(mistake.getMessage().contains("running kernel"));
  }

  @Test
  void aReaderWithoutWidgetsSeesTheValue() {
    assertEquals(
        "FloatSlider(a = 0.5)", new FloatSlider(0, 1, 0.1).value(0.5).description("a").toString());
    assertEquals(
        "FloatSlider(0.0)\nhello",
        new VBox(new FloatSlider(0, 1, 0.1), new Label("hello")).toString());
  }
}
