"""Every Java block of the documentation runs, in its page's order, and prints what the page says it prints.

A block marked java is one cell; a block marked text right below it is part of what the cell shows. A cell meant to
fail is marked java error. Anything else is an illustration.
"""
import pathlib
import re
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import site_of_docs  # noqa: E402

PAGES = sorted(p for p in [ROOT / "README.md", *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")] if "target" not in p.parts)
BLOCK = re.compile(r"^( *)```([\w ]*)\n(.*?)^\1```$", re.M | re.S)
KNOWN = {"", "text", "java", "java error", "json", "xml"}


def blocks(page):
    """The page's blocks: how each is marked, its text, and the words between it and the one before."""
    text, end = page.read_text(), 0
    for found in BLOCK.finditer(text):
        indent = len(found[1])
        yield found[2].strip(), "\n".join(line[indent:] for line in found[3].splitlines()), text[end:found.start()]
        end = found.end()


def words(text):
    return " ".join(text.split())


def shown(answer):
    texts = [answer.result or ""]
    texts += [m["content"]["text"] for m in answer.of("stream")]
    texts += [m["content"]["data"].get("text/plain", "") for m in answer.of("display_data")]
    return words("\n".join(texts))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_blocks_are_marked_as_what_they_are(page):
    unknown = {mark for mark, _, _ in blocks(page)} - KNOWN
    assert not unknown, f"{page.name}: mark a block as one of {sorted(KNOWN)}, not {unknown}"
    assert page.read_text().count("```") == 2 * len(list(blocks(page))), f"{page.name}: a block is not closed"


@pytest.mark.parametrize("page", [p for p in PAGES if "```java" in p.read_text()], ids=lambda p: str(p.relative_to(ROOT)))
def test_java_on_a_page_runs_and_shows_what_the_page_says(page, notebook):
    notebook.run("%reset -f")
    answer = None
    for mark, code, between in blocks(page):
        if mark == "java":
            answer = notebook.execute(code, 60)
            assert answer.status == "ok", f"{page.name}\n{code}\n{answer.content}"
        elif mark == "java error":
            answer = notebook.execute(code, 60)
            assert answer.status == "error", f"{page.name} says that this fails:\n{code}"
        elif mark == "text" and answer is not None and not between.strip():
            told = shown(answer) or words("\n".join(answer.content.get("traceback", [])))
            told = re.sub(r"\x1b\[[0-9;]*m", "", told)
            assert words(code) in told, f"{page.name}\n{code}\nis not in what is shown:\n{told}"


def test_the_site_is_built_and_every_link_leads_somewhere(tmp_path):
    site = site_of_docs.Site(tmp_path / "site")
    site.write()
    assert site.broken == []
    assert "<table>" in (tmp_path / "site/magics/grad.html").read_text()


def test_a_link_that_leads_nowhere_is_told(tmp_path):
    site = site_of_docs.Site(tmp_path / "site")
    page = ROOT / "docs/README.md"
    site.link(page, "nowhere.md")
    site.link(page, "tutorial.md#no-such-heading")
    assert len(site.broken) == 2 and "nowhere.md" in site.broken[0] and "no-such-heading" in site.broken[1]
