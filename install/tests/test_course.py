"""The committed notebooks as a reader finds them: what each must hold, and whether everybody can read it. No kernel runs."""
import html.parser
import pathlib
import re
import subprocess
import sys

import nbformat
import pytest

NOTEBOOKS = pathlib.Path(__file__).resolve().parent.parent.parent / "notebooks"
COURSE = sorted((NOTEBOOKS / "course").glob("*.ipynb"))
SHOWN = [NOTEBOOKS / "00-start-here.ipynb", *COURSE]
FENCE = re.compile(r"^```.*?^```", re.S | re.M)


def read(path):
    return nbformat.read(path, as_version=4)


def prose(path):
    return FENCE.sub("", "\n\n".join(c.source for c in read(path).cells if c.cell_type == "markdown"))


def outputs(path, mime):
    for number, cell in enumerate(read(path).cells):
        for output in cell.get("outputs", []):
            if mime in output.get("data", {}):
                yield number, output["data"][mime]


def named(path):
    return path.stem


class Page(html.parser.HTMLParser):
    """What a screen reader would ask of a piece of HTML."""

    def __init__(self, text):
        super().__init__()
        self.figures, self.heads, self.pictures, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "svg" and not any(t == "svg" for t, _ in self.open):
            self.figures.append({"title": "", "desc": "", **given})
        if tag == "th":
            self.heads.append(given)
        if tag == "img":
            self.pictures.append(given)
        if tag not in ("img", "br", "input", "meta", "link", "col", "hr"):
            self.open.append((tag, given))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        inside = [t for t, _ in self.open]
        if "svg" in inside and inside[-1] in ("title", "desc") and inside.count("svg") == 1 and "g" not in inside:
            self.figures[-1][inside[-1]] += data.strip()


def test_there_are_fourteen_and_each_leads_to_the_next():
    assert len(COURSE) == 14
    for path, following in zip(COURSE, COURSE[1:]):
        assert f"({following.name})" in prose(path), f"{path.name} does not lead on to {following.name}"
    assert "../assignments/README.md" in prose(COURSE[-1])


@pytest.mark.parametrize("path", COURSE, ids=named)
def test_a_notebook_teaches_as_promised(path):
    notebook, text = read(path), prose(path)
    tags = [t for c in notebook.cells for t in c.metadata.get("tags", [])]
    assert "**After this notebook you can**" in notebook.cells[0].source
    assert text.count("**Predict first.**") >= 3
    assert re.search(r"^## A misconception, refuted: \"", text, re.M) or "## A misconception, refuted:" in text
    assert tags.count("exercise") >= 2 and tags.count("check") >= tags.count("exercise")
    assert any(True for _ in outputs(path, "image/svg+xml")), "no picture"
    assert sum(len(FENCE.sub("", c.source)) for c in notebook.cells if c.cell_type == "markdown") > 3000


@pytest.mark.parametrize("path", COURSE, ids=named)
def test_the_quiz_explains_its_answers_without_a_kernel(path):
    quiz = prose(path).split("## Check yourself")[1]
    questions = re.split(r"^\*\*\d+\. ", quiz, flags=re.M)[1:]
    assert len(questions) >= 3
    for question in questions:
        answers = re.findall(r"<details><summary>([A-Z]) · .+?</summary>(.+?)</details>", question)
        assert [letter for letter, _ in answers] == list("ABCD"[:len(answers)]) and len(answers) >= 2, question
        assert all(len(why) > 2 for _, why in answers), question
        assert any(why.startswith(("Yes", "A ", "Only", "Possible", "Not", "No", "One", "B")) for _, why in answers)
        assert sum(why.startswith("Yes") for _, why in answers) == 1, f"not one right answer: {question}"


@pytest.mark.parametrize("path", SHOWN, ids=named)
def test_headings_come_in_order(path):
    levels = [len(m) for m in re.findall(r"^(#+) ", prose(path), re.M)]
    assert levels[0] == 1 and levels.count(1) == 1
    for above, below in zip(levels, levels[1:]):
        assert below <= above + 1, f"a heading of level {below} follows one of level {above}"


@pytest.mark.parametrize("path", SHOWN, ids=named)
def test_every_figure_has_a_title_and_says_what_it_shows(path):
    for mime in ("image/svg+xml", "text/html"):
        for number, text in outputs(path, mime):
            for figure in Page(text).figures:
                if figure.get("aria-hidden") == "true":
                    continue
                named = figure["title"] or figure.get("aria-label")
                assert named and (figure["desc"] or "text/html" == mime and figure.get("aria-label")), \
                    f"cell {number}: a figure without title or description: {str(figure)[:200]}"


@pytest.mark.parametrize("path", SHOWN, ids=named)
def test_table_heads_say_what_they_head_and_pictures_what_they_show(path):
    for number, text in outputs(path, "text/html"):
        page = Page(text)
        for head in page.heads:
            assert head.get("scope") in ("col", "row", "colgroup", "rowgroup"), f"cell {number}: {head}"
        for picture in page.pictures:
            assert picture.get("alt"), f"cell {number}: {picture}"


@pytest.mark.parametrize("path", SHOWN, ids=named)
def test_every_output_reads_without_a_browser_and_needs_no_network(path):
    for number, cell in enumerate(read(path).cells):
        for output in cell.get("outputs", []):
            if "data" not in output:
                continue
            assert output["data"].get("text/plain", "").strip(), f"cell {number} has no text"
            assert "application/vnd.jupyter.widget-view+json" not in output["data"], f"cell {number} holds a view without its state"
            for text in output["data"].values():
                assert not re.search(r"(?:src|href)=[\"']https?://", str(text)), f"cell {number} fetches something"


@pytest.mark.parametrize("path", [*SHOWN, NOTEBOOKS / "README.md", NOTEBOOKS / "assignments" / "README.md"], ids=named)
def test_links_lead_somewhere(path):
    text = prose(path) if path.suffix == ".ipynb" else path.read_text()
    for link in re.findall(r"\]\(([^)\s]+)\)|(?:href|src)=\"([^\"]+)\"", text):
        target = (link[0] or link[1]).split("#")[0]
        if target and not target.startswith("http"):
            assert (path.parent / target).exists(), target


def test_the_index_is_what_the_notebooks_give():
    script = NOTEBOOKS.parent / "install" / "python" / "course_index.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
