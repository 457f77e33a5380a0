"""Notebooks people already have: cells as IJava's, JJava's and BeakerX's users wrote them, run unchanged."""
import json
import time

import pytest
from kernelbench import execute_content

MAVEN = "org.apache.commons:commons-math3:3.6.1"


def shown(answer):
    """The representations of what a cell shows, its value last."""
    return [m["data"] for m in answer.of("display_data") + answer.of("execute_result")]


def test_a_class_registers_how_it_is_shown_with_the_kernel_of_ijava(fresh):
    notebook = fresh()
    notebook.run("""
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

class Point {
    final int x, y;
    Point(int x, int y) { this.x = x; this.y = y; }
}

IJava.getKernelInstance().getRenderer().createRegistration(Point.class)
    .preferring(MIMEType.TEXT_HTML)
    .supporting(MIMEType.TEXT_MARKDOWN)
    .register((p, ctx) -> {
        ctx.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>(" + p.x + ", " + p.y + ")</i>");
        ctx.renderIfRequested(MIMEType.TEXT_MARKDOWN, () -> "*(" + p.x + ", " + p.y + ")*");
    });""")
    assert shown(notebook.run("new Point(1, 2)"))[-1]["text/html"] == "<i>(1, 2)</i>"
    assert shown(notebook.run("render(new Point(1, 2))"))[-1]["text/html"] == "<i>(1, 2)</i>"
    assert shown(notebook.run('display(new Point(1, 2), "text/markdown");'))[0]["text/markdown"] == "*(1, 2)*"


def test_a_countdown_updates_what_it_shows(fresh):
    notebook = fresh()
    answer = notebook.run("""
String id = display("<b>Countdown:</b> 3", "text/html");
for (int i = 2; i >= 0; i--) {
    updateDisplay(id, "<b>Countdown:</b> " + i, "text/html");
    Thread.sleep(10L);
}
render("<b>Liftoff!</b>", "text/html")""")
    updates = [m["data"]["text/html"] for m in answer.of("update_display_data")]
    assert updates == [f"<b>Countdown:</b> {i}" for i in (2, 1, 0)]
    assert shown(answer)[-1]["text/html"] == "<b>Liftoff!</b>"


def test_magics_written_for_ijava_are_typed_and_called(fresh):
    notebook = fresh()
    notebook.run("""
import io.github.spencerpark.jupyter.kernel.magic.registry.*;

class MyMagics {
    @LineMagic
    public String shout(List<String> args) { return String.join(" ", args).toUpperCase(); }

    @CellMagic("reverse")
    public static String backwards(List<String> args, String body) {
        return new StringBuilder(body.strip()).reverse().toString();
    }
}
getKernelInstance().getMagics().registerMagics(new MyMagics());""")
    assert notebook.value('%shout a "b c"') == "A B C"
    assert notebook.value("%%reverse\nabc") == "cba"
    assert notebook.value('String said = %shout you\nsaid.length()') == "3"
    assert notebook.value('String s = lineMagic("shout", List.of("x"));\ns') == "X"
    assert notebook.value('(String) cellMagic("reverse", List.of(), "xyz")') == "zyx"
    assert notebook.error("%shuot a")["evalue"].startswith("%shuot is not a magic. Did you mean %shout?")


def test_cells_of_ijava_use_what_it_imported(fresh):
    notebook = fresh()
    assert notebook.run('printf("%d and %s%n", 5, "six");').stream() == "5 and six\n"
    assert notebook.value("(int) eval(\"1 + 2\") + 3") == "6"
    assert notebook.value("new BigDecimal(\"1.5\").add(BigDecimal.ONE)") == "2.5"
    assert notebook.value("Pattern.compile(\"a+\").matcher(\"aa\").matches()") == "true"
    assert notebook.value("getKernelInstance().getLanguageInfo().getName()") == "Java"
    assert notebook.value("lineMagic(\"pwd\", List.of())")
    notebook.run('getKernelInstance().eval("int made = 3;");')
    assert notebook.value("made") == "3"


def test_display_data_of_ijava_is_shown(fresh):
    notebook = fresh()
    notebook.run("""
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
DisplayData data = new DisplayData("plain");
data.putHTML("<b>rich</b>");""")
    assert shown(notebook.run("data"))[-1]["text/html"] == "<b>rich</b>"
    assert shown(notebook.run("getKernelInstance().display(data);"))[0]["text/html"] == "<b>rich</b>"
    answer = notebook.run('data.setDisplayId("me"); getKernelInstance().getIO().display.updateDisplay("me", data);')
    assert answer.of("update_display_data")[0]["transient"]["display_id"] == "me"


def test_cells_of_jjava_reach_their_kernel(fresh, tmp_path):
    notebook = fresh()
    notebook.run("""
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
record Temperature(double celsius) {}
kernel().getRenderer().createRegistration(Temperature.class)
    .preferring(MIMEType.TEXT_HTML)
    .register((t, context) -> context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>" + t.celsius() + " °C</b>"));""")
    assert shown(notebook.run("new Temperature(21.5)"))[-1]["text/html"] == "<b>21.5 °C</b>"
    assert shown(notebook.run("display(new Temperature(1));"))[0]["text/html"] == "<b>1.0 °C</b>"
    (tmp_path / "classes").mkdir()
    notebook.run(f'kernel().addToClasspath("{tmp_path / "classes"}");')
    assert str(tmp_path / "classes") in notebook.value("%classpath")
    notebook.run("""
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.kernel.JavaKernel;
LineMagic<String, JavaKernel> greet = (k, words) -> "hello " + words + " from " + k.getName();
kernel().getMagicsRegistry().registerLineMagic("greet", greet);""")
    assert notebook.value("%greet you").startswith("hello [you] from ")


def test_display_shows_a_value_as_a_cells_result_is_shown(fresh):
    notebook = fresh()
    assert "text/html" in shown(notebook.run("display(new double[][] {{1, 2}, {3, 4}});"))[0]


def test_libraries_come_by_every_old_name(fresh):
    notebook = fresh()
    notebook.run("%maven " + MAVEN, timeout=120)
    assert notebook.value("org.apache.commons.math3.special.Gamma.logGamma(5.0) > 3") == "true"
    again = fresh()
    again.run(
        """%%loadFromPOM
<dependency>
  <groupId>org.apache.commons</groupId>
  <artifactId>commons-math3</artifactId>
  <version>3.6.1</version>
</dependency>""",
        timeout=120,
    )
    assert again.value("import org.apache.commons.math3.util.FastMath;\nFastMath.abs(-2)") == "2"
    third = fresh()
    third.run("%addMavenDependencies " + MAVEN, timeout=120)
    jars = third.value("%classpath").strip("[]")
    fourth = fresh()
    fourth.run(f'List<String> added = %jars "{jars}"')
    assert fourth.value("added.size()") == "1"
    assert fourth.value("org.apache.commons.math3.util.FastMath.abs(-2)") == "2"


def test_a_library_that_does_not_exist_is_named_with_what_exists(fresh):
    message = fresh().error("%maven org.apache.commons:commons-math3:99.9", timeout=120)["evalue"]
    assert "org.apache.commons:commons-math3:99.9 does not exist in central" in message
    assert "newest release: 3.6.1" in message


def test_tablesaw_of_an_older_notebook_is_the_version_it_names(fresh):
    notebook = fresh()
    notebook.run("%maven tech.tablesaw:tablesaw-jsplot:0.38.1", timeout=300)
    notebook.run("""
import tech.tablesaw.api.*;
import tech.tablesaw.plotly.*;
import tech.tablesaw.plotly.api.*;
import tech.tablesaw.plotly.components.*;
Table table = Table.create("heights").addColumns(
    DoubleColumn.create("x", 1, 2, 3), DoubleColumn.create("y", 2, 3, 5), StringColumn.create("name", "a", "b", "c"));""")
    source = notebook.value("Table.class.getProtectionDomain().getCodeSource().getLocation().toString()")
    assert "tablesaw-core-0.38.1.jar" in source
    look = shown(notebook.run("table"))[-1]
    assert "<table" in look["text/html"] and look["text/plain"].startswith("heights: 3 rows, 3 columns")
    assert "<table" in shown(notebook.run("display(table);"))[0]["text/html"]
    notebook.run('Figure figure = ScatterPlot.create("Growth", table, "x", "y");')
    for cell in ("figure", "display(figure);", "Plot.show(figure);"):
        figure = shown(notebook.run(cell))[-1]
        assert figure["text/plain"].startswith('Figure "Growth": scatter'), cell
        assert "data:image/svg+xml;base64," in figure["text/html"], cell
        assert "Plotly.newPlot" in figure["text/html"], cell
    bars = shown(notebook.run('Plot.show(HorizontalBarPlot.create("Bars", table, "name", "x"));'))[0]
    assert "could not be loaded from https://cdn.plot.ly/" in bars["text/html"]


def test_a_notebook_loads_another_and_a_script(fresh, tmp_path):
    cells = [{"cell_type": "code", "source": ["int a = 20;\n", "int b = 22;"]}, {"cell_type": "markdown", "source": "x"}]
    metadata = {"kernelspec": {"name": "ijava", "language": "java"}}
    (tmp_path / "other.ipynb").write_text(json.dumps({"nbformat": 4, "metadata": metadata, "cells": cells}))
    (tmp_path / "tools.jshell").write_text("int twice(int x) { return 2 * x; }\n/exit\n")
    notebook = fresh()
    notebook.run(f'%load "{tmp_path / "other.ipynb"}"')
    notebook.run(f'%load "{tmp_path / "tools"}"')
    assert notebook.value("twice(a) + b") == "62"


@pytest.mark.parametrize("cell", ["%%bash\nsleep 60", "%timeit -n 1000000000 Math.sin(1.0)"])
def test_a_magic_that_runs_long_is_interrupted(fresh, cell):
    notebook = fresh()
    notebook.run("%bash true")
    notebook.run("%timeit -n 10 -r 1 Math.sin(1.0)")
    answer = notebook.send("execute_request", execute_content(cell))
    time.sleep(1)
    assert answer.reply is None
    begin = time.perf_counter()
    notebook.send("interrupt_request", {}, "control")
    assert notebook.collect(answer, 10), "the cell never ended"
    assert time.perf_counter() - begin < 0.5
    assert answer.status == "error"
    assert notebook.value("1 + 1") == "2"
