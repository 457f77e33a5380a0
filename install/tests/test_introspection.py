"""Completion, documentation and whether a cell is complete; all of it also while another cell runs."""
import pytest


def complete(kernel, code, cursor=None):
    return kernel.ask("complete_request", dict(code=code, cursor_pos=len(code) if cursor is None else cursor), 30).content


def inspect(kernel, code, detail=0):
    return kernel.ask("inspect_request", dict(code=code, cursor_pos=len(code), detail_level=detail), 30).content


def test_completion_replaces_the_word_begun(notebook):
    code = 'String s = "x"; s.toUpp'
    content = complete(notebook, code)
    assert "toUpperCase()" in content["matches"]
    assert code[content["cursor_start"]:content["cursor_end"]] == "toUpp"


def test_completion_tells_types_for_the_icons(notebook):
    notebook.run("int countOfThings = 3;")
    content = complete(notebook, "countOfTh")
    types = content["metadata"]["_jupyter_types_experimental"]
    assert types[0]["text"] == "countOfThings"
    assert types[0]["type"]


def test_positions_count_characters_beyond_the_basic_plane_once(notebook):
    code = 'String s = "😀😀"; s.toUpp'
    content = complete(notebook, code)
    assert content["cursor_end"] == len(code)
    assert "toUpperCase()" in content["matches"]


def test_magics_complete(notebook):
    assert any("timeit" in match for match in complete(notebook, "%time")["matches"])


def test_documentation_comes_as_text_and_html(notebook):
    content = inspect(notebook, "Math.abs")
    assert content["found"]
    assert "abs" in content["data"]["text/plain"]
    assert "text/html" in content["data"]


def test_nothing_is_found_for_nothing(notebook):
    content = inspect(notebook, "noSuchNameAtAll")
    assert content["status"] == "ok" and not content["found"]


@pytest.mark.parametrize("code, status", [
    ("1 + 1", "complete"), ("for (int i = 0; i < 3; i++) {", "incomplete"), ("int x = (1 +", "incomplete"),
    ("int = = 2;", "invalid"), ("class A {", "incomplete"), ("%lsmagic", "complete"), ("", "complete"),
])
def test_a_cell_is_judged_complete(notebook, code, status):
    assert notebook.ask("is_complete_request", dict(code=code), 30).content["status"] == status


def test_an_incomplete_cell_is_indented(notebook):
    content = notebook.ask("is_complete_request", dict(code="if (true) {"), 30).content
    assert content["indent"].strip() == "" and len(content["indent"]) >= 2


def test_all_of_it_is_there_while_a_cell_runs(notebook):
    busy = notebook.sleeper()
    assert "cbrt" in complete(notebook, "Math.cbr")["matches"][0]
    assert inspect(notebook, "Math.abs")["found"]
    assert notebook.ask("is_complete_request", dict(code="1"), 30).content["status"] == "complete"
    assert busy.reply is None, "the cell should still be running"
    notebook.wake(busy)
