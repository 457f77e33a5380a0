"""What other Java kernels get wrong in a classroom."""

def test_an_assert_without_a_flag_stops_a_cell(notebook):
    failed = notebook.error('assert 1 + 1 == 3 : "arithmetic still works";')
    assert failed["ename"] == "AssertionError" and "arithmetic still works" in failed["evalue"]


def test_nothing_that_a_library_logs_turns_up_on_stderr(notebook):
    """The class comes from bytes outside the session, as a library's does; Tablesaw, plots and derivatives log on their own account."""
    notebook.run('''
        import java.nio.file.*;
        Path folder = Files.createTempDirectory("library");
        Files.createDirectory(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/Chatty.java"), """
            package lib;
            public class Chatty {
                public static int talk() {
                    java.util.logging.Logger.getLogger("chatty").severe("a library is chatty");
                    java.util.logging.Logger.getAnonymousLogger().warning("even so");
                    System.getLogger("another").log(System.Logger.Level.ERROR, "and this one");
                    return 7;
                }
            }
            """);
        javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, folder.resolve("lib/Chatty.java").toString());
        ''')
    notebook.run("%classpath " + notebook.value("folder.toString()").strip('"'))
    answer = notebook.run("""
        import tech.tablesaw.api.*;
        Table.create("t", DoubleColumn.create("x", 1.0, 2.0)).summary();
        Plots.line(x -> x, 0, 1);
        lib.Chatty.talk()
        """)
    assert answer.result == "7"
    assert not [m for m in answer.of("stream") if m["name"] == "stderr"]


def test_what_a_cell_writes_to_stderr_itself_is_shown(notebook):
    answer = notebook.run('System.err.println("mine");')
    assert [m["text"] for m in answer.of("stream") if m["name"] == "stderr"] == ["mine\n"]


def test_every_output_has_text(notebook):
    for code in ("1", "null", '""', "new int[0]", "List.of()", "new Object() {}", "Optional.empty()",
                 "Plots.line(x -> x, 0, 1)", "%surface x*y x=-1..1 y=-1..1", "%surface x*y x=-1..1 y=-1..1 live", "%hessian x*y at x=1, y=2"):
        answer = notebook.run(code)
        shown = answer.of("execute_result") + answer.of("display_data")
        assert shown or code == "null", code
        for output in shown:
            assert output["data"].get("text/plain", "").strip() or code == '""', code


def test_a_value_before_a_semicolon_is_not_echoed(notebook):
    for code in ("1 + 1;", 'var s = "text"; s.length();', "int[] a = {1};\na[0]++;", "List.of(1);"):
        assert not notebook.run(code).of("execute_result"), code
    assert notebook.value("int a = 2; a + 3") == "5"


def test_an_error_is_called_what_it_is(notebook):
    notebook.run("class Unheard extends RuntimeException { Unheard(String m) { super(m); } }")
    assert notebook.error('throw new Unheard("what")')["ename"] == "Unheard"
    assert notebook.error("int[] none = new int[0]; none[0]")["ename"] == "ArrayIndexOutOfBoundsException"
    assert notebook.error("Object o = null; o.hashCode()")["ename"] == "NullPointerException"


def test_the_kernel_introduces_itself_with_a_status(notebook):
    reply = notebook.ask("kernel_info_request", {}).content
    assert reply["status"] == "ok" and reply["language_info"]["name"]
