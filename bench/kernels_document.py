"""Prints how the kernel stands against its bars and, told --write, puts it into docs/benchmarks.md.

    kernels_document.py [--write] bench/results/kernels.json
"""
import json
import pathlib
import re
import sys

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- kernels: written by bench/kernels -->", "<!-- end of kernels -->"
PEERS = {"python3": "ipykernel 7.4.0", "java": "JJava 1.0a8"}
HIDDEN = re.compile("^_|hung|failed$|protocol_version|processes")


class Figures:
    """What one run measured, by kernel, group and name."""

    def __init__(self, run):
        self.kernels = run["kernels"]
        self.ours = [name for name in self.kernels if name.startswith("jacobean")]

    def of(self, kernel, group, name):
        value = self.kernels.get(kernel, {}).get(group, {}).get(name)
        return value if isinstance(value, (int, float)) else None

    def rows(self):
        seen = []
        for groups in self.kernels.values():
            seen += [(group, name) for group, figures in groups.items() for name in figures
                     if not HIDDEN.search(name) and (group, name) not in seen]
        order = list(dict.fromkeys(group for groups in self.kernels.values() for group in groups))
        return sorted(seen, key=lambda row: order.index(row[0]))


def title(kernel):
    return PEERS.get(kernel) or "Java " + kernel.rsplit("-", 1)[1]


def bars(figures):
    """Each bar: what it is about, its limit, and a kernel's value as a number to hold against it."""

    def share(group, name):
        def of(kernel):
            own, peer = figures.of(kernel, group, name), figures.of("python3", group, name)
            return None if own is None or not peer else round(own / peer, 2)
        return of

    def plain(group, name):
        return lambda kernel: figures.of(kernel, group, name)

    def slowest_interrupt(kernel):
        took = figures.kernels.get(kernel, {}).get("interrupt", {}).get("_interrupt", {})
        asked = [n for n in figures.kernels.get(kernel, {}).get("interrupt", {}) if n.startswith("interrupt: ")]
        return round(max(v["seconds"] for v in took.values()) * 1000) if took and len(took) == len(asked) else None

    yield "execute p50 over 200 cells, times ipykernel's", lambda k: 0.8, share("latency", "execute p50, ms")
    yield "execute p50 after 5,000 cells, times ipykernel's", lambda k: 0.8, share("endurance", "execute p50 then, ms")
    yield "completion p50, ms", lambda k: 15, plain("latency", "complete p50, ms")
    yield "inspection p50, ms", lambda k: 10, plain("latency", "inspect p50, ms")
    yield "start to first result, times ipykernel's", lambda k: 1.5, share("start", "start to first result, s")
    yield "start to first result, s", lambda k: 0.5 if newer(k) else 0.6, plain("start", "start to first result, s")
    yield "resident after the first cell, MB", lambda k: 140, plain("start", "RSS after first execute, MB")
    yield "20,000 lines, s", lambda k: 0.3, plain("stdout", "20000 lines to idle, s")
    yield "slowest of the interrupts, ms", lambda k: 200, slowest_interrupt
    yield "gone after shutdown, s", lambda k: 1, plain("protocol", "shutdown_request: process gone, s")


def newer(kernel):
    return int(kernel.rsplit("-", 1)[1]) >= 25


def bar_table(figures):
    yield "| bar | limit | " + " | ".join(title(k) for k in figures.ours) + " |"
    yield "| --- | ---: |" + " ---: |" * len(figures.ours)
    for what, limit, value in bars(figures):
        limits = list(dict.fromkeys(str(limit(k)) for k in figures.ours))
        cells = [verdict(value(k), limit(k)) for k in figures.ours]
        yield f"| {what} | {', '.join(limits)} | " + " | ".join(cells) + " |"


def verdict(value, limit):
    if value is None:
        return "not measured"
    return str(value) if value <= limit else f"**{value}**"


def full_table(figures):
    kernels = figures.kernels
    yield "| | " + " | ".join(("Jacobean, " if k in figures.ours else "") + title(k) for k in kernels) + " |"
    yield "| --- |" + " ---: |" * len(kernels)
    for group, name in figures.rows():
        cells = [kernels[k].get(group, {}).get(name) for k in kernels]
        yield f"| {name} | " + " | ".join("–" if cell is None else str(cell) for cell in cells) + " |"


def section(run):
    figures = Figures(run)
    loads = [g["_load_before"] for k in run["kernels"].values() for g in k.values() if g.get("_load_before")]
    yield (f"{run['machine']['system']}, {run['machine']['cpus']} cores, {run['when'][:10]}; load of the machine "
           f"when a group began {min(loads):.1f} to {max(loads):.1f}. JJava on the oldest of the JDKs.")
    yield ""
    yield "What misses its bar is in bold."
    yield ""
    yield from bar_table(figures)
    yield ""
    yield from full_table(figures)
    yield ""


def main(arguments):
    write = "--write" in arguments
    run = json.loads(pathlib.Path(arguments[-1]).read_text())
    print("\n" + "\n".join(bar_table(Figures(run))))
    if write:
        text = PAGE.read_text()
        start, end = text.index(BEGIN), text.index(END) + len(END)
        PAGE.write_text(text[:start] + "\n".join([BEGIN, "", *section(run), END]) + text[end:])


main(sys.argv[1:])
