"""What a user reads when something goes wrong."""
import re

import pytest

SMALL_HEAP = {"JDK_JAVA_OPTIONS": "-Xmx160m"}


def text(error):
    return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))


def test_an_exception_is_called_by_its_own_name(notebook):
    error = notebook.error('throw new java.util.NoSuchElementException("nothing here");')
    assert error["ename"].endswith("NoSuchElementException")
    assert error["evalue"] == "nothing here"


def test_the_line_is_named_and_shown(notebook):
    shown = text(notebook.error("int third(int v) {\n    int w = v;\n    return 1 / w;\n}\nthird(0)"))
    assert re.search(r"line 3|:3\b", shown), shown
    assert "return 1 / w;" in shown, shown


def test_frames_of_the_kernel_are_left_out(notebook):
    shown = text(notebook.error("List.of(1).forEach(i -> { throw new Error(\"x\"); });"))
    for word in ("org.jacobean.kernel", "REPL.$JShell", "jdk.jshell", "reflect.Method"):
        assert word not in shown, shown


def test_causes_are_told(notebook):
    shown = text(notebook.error('throw new IllegalStateException("outer", new java.io.IOException("inner"));'))
    assert "outer" in shown and "IOException" in shown and "inner" in shown


def test_a_compile_error_points_at_its_place(notebook):
    shown = text(notebook.error('int a = 1;\nint b = "x";\nint c = 3;'))
    assert re.search(r"line 2|:2\b", shown), shown
    assert 'int b = "x";' in shown and "^" in shown, shown


def test_an_unknown_name_is_reported_where_it_is_introduced(notebook):
    shown = text(notebook.error("int uses() { return neverDeclaredAnywhere; }\nuses()"))
    assert "neverDeclaredAnywhere" in shown, shown


def test_exit_in_a_cell_is_an_error_and_no_end(notebook):
    notebook.run("int survivor = 7;")
    notebook.error("System.exit(1);")
    notebook.error("Runtime.getRuntime().halt(1);")
    assert notebook.value("survivor") == "7"


def test_runaway_recursion_leaves_the_kernel_usable(notebook):
    notebook.run("int deep(int n) { return deep(n + 1) + 1; }\nint kept = 5;")
    assert notebook.error("deep(0)")["ename"].endswith("StackOverflowError")
    assert notebook.value("kept") == "5"


@pytest.mark.parametrize("cell", [
    "{ var l = new ArrayList<byte[]>(); while (true) l.add(new byte[1 << 20]); }",
    "var hog = new ArrayList<byte[]>(); while (true) hog.add(new byte[1 << 20]);",
    "var hog = new LinkedList<int[]>(); while (true) hog.add(new int[16]);",
    "List<Object> hog = new ArrayList<>(); while (true) hog.add(new Object());",
    'Map<Integer, String> hog = new HashMap<>(); for (int i = 0; ; i++) hog.put(i, "v" + i);',
    "class Node { Node next; Node(Node n) { next = n; } }\nNode hog = null; while (true) hog = new Node(hog);",
], ids=["local", "kept", "small objects", "objects", "map", "nodes"])
def test_a_full_heap_leaves_the_kernel_usable(fresh, cell):
    kernel = fresh(SMALL_HEAP)
    kernel.run("int kept = 42;")
    assert kernel.error(cell, timeout=60)["ename"].endswith("OutOfMemoryError")
    kernel.run("Object hog = null;", timeout=60)
    assert kernel.value("kept", timeout=60) == "42"
