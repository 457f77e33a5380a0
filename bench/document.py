"""Writes a section of docs/benchmarks.md from the files that bench/notebook saved.

    document.py bench/results/notebook-*.json
"""
import json
import pathlib
import re
import sys

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def heading(path, run):
    java = re.search(r"java(\d+)", path).group(1)
    yield f"### Java {java}"
    yield ""
    yield f"{run['machine']['system']}, {run['machine']['cpus']} cores, {run['when'][:10]}."
    yield ""


def notebook(path):
    run = json.loads(pathlib.Path(path).read_text())
    yield from heading(path, run)
    yield "| | first in a kernel, ms | bar | later ones, ms | bar | KB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, row in run["rows"].items():
        cells = [row["first"], row["bars"][0], row["later"], row["bars"][1], row["kilobytes"]]
        shown = ["–" if cell is None else str(cell) for cell in cells]
        for at in (0, 2):
            missed = cells[at + 1] is not None and cells[at] > cells[at + 1]
            shown[at] = f"**{shown[at]}**" if missed else shown[at]
        yield f"| {name} | " + " | ".join(shown) + " |"
    yield ""


def main(paths):
    name = pathlib.Path(paths[0]).name.split("-")[0]
    section = {"notebook": notebook}[name]
    begin, end = f"<!-- {name}: written by bench/{name} -->", f"<!-- end of {name} -->"
    text = PAGE.read_text()
    lines = [line for path in sorted(paths) for line in section(path)]
    start = text.index(begin)
    stop = text.index(end) + len(end)
    PAGE.write_text(text[:start] + "\n".join([begin, "", *lines, end]) + text[stop:])


main(sys.argv[1:])
