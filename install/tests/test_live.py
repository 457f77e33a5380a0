"""What a client without pictures gets of bars, curves and live views."""

LOOP = """
import org.jacobean.display.progress.*;
for (int i : Progress.over(java.util.List.of(1, 2, 3))) Thread.sleep(120);
"""


def texts(answer, kind):
    return [m["data"]["text/plain"] for m in answer.of(kind)]


def test_a_bar_is_text_shown_once_and_updated_in_its_place(notebook):
    answer = notebook.run(LOOP)
    first, updates = texts(answer, "display_data"), texts(answer, "update_display_data")
    assert len(first) == 1 and "1/3" in first[0]
    assert "3/3" in updates[-1] and "█" in updates[-1]
    ids = {m["transient"]["display_id"] for m in answer.of("display_data") + answer.of("update_display_data")}
    assert len(ids) == 1


def test_losses_are_a_line_of_text_and_at_most_ten_updates_a_second(notebook):
    answer = notebook.run("""
        try (var curve = LossCurve.of("training")) {
            for (int i = 0; i < 200; i++) { curve.add(200.0 - i); Thread.sleep(5); }
        }""")
    updates = texts(answer, "update_display_data")
    assert updates[-1] == "training: step 200, loss 1, from 200"
    assert 2 <= len(updates) <= 10 * answer.idle_s + 2


def test_a_live_view_says_what_it_shows(notebook):
    answer = notebook.run("%surface x*x - y*y x=-1..1 y=-1..1 live")
    assert texts(answer, "display_data") == ["Surface of x*x - y*y = x² − y²: click a point for its slopes"]
    assert texts(answer, "execute_result") == texts(answer, "display_data")
