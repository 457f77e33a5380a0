"""What a cell does, asked through a real client."""


def test_an_expression_is_shown_and_a_semicolon_hides_it(notebook):
    assert notebook.value("6 * 7") == "42"
    assert notebook.value("6 * 7;") is None
    assert notebook.value("6 * 7 // the answer") == "42"


def test_the_last_of_several_expressions_is_shown(notebook):
    answer = notebook.run("1\nint a1 = 2;\na1 + 1")
    assert len(answer.of("execute_result")) == 1
    assert answer.result == "3"


def test_counts_go_up_by_one_and_not_for_quiet_cells(notebook):
    first = notebook.run("1").content["execution_count"]
    assert notebook.run("1", silent=True).of("execute_result") == []
    notebook.run("1", store_history=False)
    assert notebook.run("1").content["execution_count"] == first + 1


def test_a_silent_cell_publishes_nothing_but_its_state(notebook):
    kinds = {m["msg_type"] for m in notebook.run("1 + 1", silent=True).iopub}
    assert kinds == {"status"}


def test_user_expressions_give_values_and_errors(notebook):
    notebook.run("int ue = 42;")
    answer = notebook.run("1", user_expressions={"good": "ue + 1", "bad": "nowhere"})
    good, bad = (answer.content["user_expressions"][name] for name in ("good", "bad"))
    assert good["status"] == "ok" and good["data"]["text/plain"] == "43"
    assert bad["status"] == "error" and bad["ename"]


def test_a_failure_aborts_what_is_queued_behind_it(notebook):
    cells = [notebook.send("execute_request", _content(code)) for code in ("throw new Error();", "1", "2")]
    notebook.ends(cells)
    assert [cell.status for cell in cells] == ["error", "aborted", "aborted"]
    assert notebook.value("3") == "3"


def test_a_failure_aborts_nothing_when_told_so(notebook):
    cells = [notebook.send("execute_request", dict(_content(code), stop_on_error=False))
             for code in ("throw new Error();", "1")]
    notebook.ends(cells)
    assert [cell.status for cell in cells] == ["error", "ok"]


def test_methods_may_refer_to_later_ones(notebook):
    notebook.run("int even(int n) { return n == 0 ? 1 : odd(n - 1); }")
    notebook.run("int odd(int n) { return n == 0 ? 0 : even(n - 1); }")
    assert notebook.value("even(10)") == "1"


def test_classes_may_depend_on_each_other(notebook):
    notebook.run("class Hen { Egg lay() { return new Egg(); } }\nclass Egg { Hen hatch() { return new Hen(); } }")
    assert notebook.value("new Egg().hatch().lay().hatch() instanceof Hen") == "true"


def test_a_redefinition_reaches_those_who_depend_on_it(notebook):
    notebook.run("int inner() { return 1; }\nint outer() { return 10 * inner(); }")
    assert notebook.value("outer()") == "10"
    notebook.run("int inner() { return 2; }")
    assert notebook.value("outer()") == "20"


def test_modern_java_is_understood(notebook):
    notebook.run("""
        sealed interface Shape permits Circle, Square {}
        record Circle(double r) implements Shape {}
        record Square(double a) implements Shape {}
        double area(Shape s) {
            if (s instanceof Circle c) { return Math.PI * c.r() * c.r(); }
            return s instanceof Square q ? q.a() * q.a() : 0;
        }""")
    assert notebook.value("area(new Square(3))") == "9.0"
    assert notebook.value('"""\n    a\n      b\n    """.lines().count()') == "2"


def test_imports_stay(notebook):
    notebook.run("import java.time.Duration;")
    assert notebook.value("Duration.ofMinutes(2).toSeconds()") == "120"


def test_a_variable_may_change_its_type(notebook):
    notebook.run("int v = 1;")
    notebook.run('String v = "now text";')
    assert notebook.value("v") == "now text"


def test_assertions_are_on(notebook):
    assert notebook.error("assert 1 > 2 : \"no\";")["ename"].endswith("AssertionError")


def test_output_arrives_whole_and_in_order(notebook):
    answer = notebook.run("for (int i = 0; i < 20000; i++) System.out.println(i);", timeout=60)
    assert answer.stream() == "".join(f"{i}\n" for i in range(20000))
    assert answer.idle_s < 2, "batched, so that 20,000 lines are no wait"


def test_standard_error_is_a_stream_of_its_own(notebook):
    answer = notebook.run('System.out.print("out"); System.err.print("err");')
    assert (answer.stream("stdout"), answer.stream("stderr")) == ("out", "err")


def test_a_thread_that_outlives_its_cell_still_writes_below_it(notebook):
    answer = notebook.run("new Thread(() -> { try { Thread.sleep(500); } catch (InterruptedException e) {}"
                          ' System.out.println("late"); }).start();')
    notebook.run("1")
    assert "late" in notebook.late(answer, 1.5).stream()


def test_a_display_can_be_updated(notebook):
    shown = notebook.run('String shown = display("one");').of("display_data")[0]
    updated = notebook.run('updateDisplay(shown, "two");').of("update_display_data")[0]
    assert updated["transient"]["display_id"] == shown["transient"]["display_id"]
    assert updated["data"]["text/plain"] == "two"


def _content(code):
    return dict(code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=False,
                stop_on_error=True)
