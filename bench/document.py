"""Writes a section of docs/benchmarks.md from the files that bench/notebook or bench/engine saved.

    document.py bench/results/notebook-*.json
    document.py bench/results/engine-*.json
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


# times the function, times the gradient by hand; Hessian-vector products in gradients
ENGINE_BARS = {"rosenbrock n=1000": (3.5, None), "logistic regression": (3.0, None), "lstm l2_c1024": (3.5, None),
               "gmm d2_K5": (None, 1.3), "gmm d10_K25": (4.0, 1.3)}
PRODUCT_BAR = 3


def engine(path):
    run = json.loads(pathlib.Path(path).read_text())
    yield from heading(path, run)
    rows = run["rows"]
    hand, product, peer = (rows.get(kind, {}) for kind in ("by hand", "Hessian-vector product", "Hipparchus"))
    yield f"Processor time, medians of {run['forks']} processes, each the least of many batches."
    yield ""
    yield "| | function, µs | gradient, µs | times the function | bar | times by hand | bar | Hv in gradients | bar |"
    yield "| --- |" + " ---: |" * 8
    for name, gradient in rows["gradient"].items():
        function = rows["control: function"][name]
        bars = ENGINE_BARS.get(name, (None, None))
        cells = [(gradient / function, bars[0]), (gradient / hand[name] if name in hand else None, bars[1]),
                 (product[name] / gradient if name in product else None, PRODUCT_BAR if name in product else None)]
        shown = [f"{function / 1e3:.4g}", f"{gradient / 1e3:.4g}"]
        for value, bar in cells:
            text = "–" if value is None else f"{value:.2f}"
            shown += [f"**{text}**" if bar and value and value > bar else text, "–" if bar is None else str(bar)]
        yield f"| {name} | " + " | ".join(shown) + " |"
    yield ""
    for name, nanos in peer.items():
        yield f"Hipparchus takes {nanos / 1e3:,.0f} µs for the gradient of {name}: {nanos / rows['gradient'][name]:,.0f} times ours."
    yield ""


def main(paths):
    name = pathlib.Path(paths[0]).name.split("-")[0]
    section = {"engine": engine, "notebook": notebook}[name]
    begin, end = f"<!-- {name}: written by bench/{name} -->", f"<!-- end of {name} -->"
    text = PAGE.read_text()
    lines = [line for path in sorted(paths) for line in section(path)]
    start = text.index(begin)
    stop = text.index(end) + len(end)
    PAGE.write_text(text[:start] + "\n".join([begin, "", *lines, end]) + text[stop:])


main(sys.argv[1:])
