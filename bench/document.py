"""Writes the kernels' section of docs/benchmarks.md from the files that bench/kernels saved.

    document.py bench/results/kernels-*.json
"""
import json
import pathlib
import re
import sys

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
NAMES = {"jacobean": "Jacobean", "python3": "ipykernel 7.4.0", "java": "JJava 1.0a8"}
BEGIN, END = "<!-- kernels: written by bench/kernels -->", "<!-- end of kernels -->"


def section(path):
    run = json.loads(pathlib.Path(path).read_text())
    kernels = run["kernels"]
    java = re.search(r"java(\d+)", path).group(1)
    yield f"### Java {java}"
    yield ""
    yield f"{run['machine']['system']}, {run['machine']['cpus']} cores, {run['when'][:10]}."
    yield ""
    yield "| | " + " | ".join(NAMES.get(name, name) for name in kernels) + " |"
    yield "| --- |" + " ---: |" * len(kernels)
    for group, key in rows(kernels):
        cells = [kernels[name].get(group, {}).get(key) for name in kernels]
        yield f"| {key} | " + " | ".join("–" if cell is None else str(cell) for cell in cells) + " |"
    yield ""


def rows(kernels):
    seen = []
    for groups in kernels.values():
        for group, figures in groups.items():
            for key in figures:
                if not key.startswith("_") and (group, key) not in seen:
                    seen.append((group, key))
    order = [group for groups in kernels.values() for group in groups]
    return sorted(seen, key=lambda row: order.index(row[0]))


def main(paths):
    text = PAGE.read_text()
    lines = [line for path in sorted(paths) for line in section(path)]
    body = "\n".join([BEGIN, "", *lines, END])
    start, end = text.index(BEGIN), text.index(END) + len(END)
    PAGE.write_text(text[:start] + body + text[end:])


main(sys.argv[1:])
