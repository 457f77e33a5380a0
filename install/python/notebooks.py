#!/usr/bin/env python3
"""Executes notebooks in a clean kernel and holds their outputs to the committed ones.

    notebooks.py check FILE…    fail on an error, a missing output, or a number that differs
    notebooks.py update FILE…   execute and write the outputs back
    --kernel NAME               the kernelspec to run (default jacobean)
    --jobs N                    how many at a time (default 2)

Tags of a cell: "timing" may print other numbers each time; "raises-exception" must fail; "exercise"
holds a wrong start of an answer and "check" the cell that judges it. The check must find the start
wrong, and must be content with the ```java``` of the "Solution" that follows.
"""
import argparse
import base64
import concurrent.futures
import copy
import html
import math
import os
import re
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

NUMBER = re.compile(r"[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+−]?\d+)?")
SOLUTION = re.compile(r"<summary>Solution</summary>\s*```java\n(.*?)```", re.S)
LIVE = "application/vnd.jupyter.widget-view+json"
LIMIT = 120        # seconds a cell may take before it counts as hung
QUICK = 30         # seconds a cell of the course is allowed


def texts(output):
    """What an output says as plain text, and which MIME types it carries."""
    kind = output["output_type"]
    if kind == "stream":
        return output["text"], {output["name"]}
    if kind == "error":
        return f"{output['ename']}: {output['evalue']}", {"error"}
    return output["data"].get("text/plain", ""), set(output["data"])


def close(a, b):
    a, b = (float(v.replace("−", "-")) for v in (a, b))
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)


def words(text):
    """A text without its numbers, their units of time and the spaces that line them up."""
    text = NUMBER.sub("0", re.sub(r"(?<=\d),(?=\d{3})", "", text))
    return re.sub(r"[\s─-]+", " ", re.sub(r"(?<=0) [mµn]?s\b", "", text)).strip()


def differences(old, new, timing):
    """How the outputs of one cell differ from those committed, as sentences."""
    merged_old, merged_new = merge(old), merge(new)
    if len(merged_old) != len(merged_new):
        yield f"{len(merged_old)} outputs are committed, {len(merged_new)} came"
        return
    for was, now in zip(merged_old, merged_new):
        old_text, old_types = texts(was)
        new_text, new_types = texts(now)
        if not old_types <= new_types:
            yield f"lost {', '.join(sorted(old_types - new_types))}"
        if words(old_text) != words(new_text):
            yield f"was «{old_text.strip()[:300]}», is «{new_text.strip()[:300]}»"
            continue
        for a, b in () if timing else zip(NUMBER.findall(old_text), NUMBER.findall(new_text)):
            if not close(a, b):
                yield f"number {a} became {b} in «{new_text.strip()[:120]}»"
                break


def merge(outputs):
    """As a reader without a kernel has them: streams that follow one another are one; no live views, whose static form stands before them."""
    merged = []
    for output in outputs:
        last = merged[-1] if merged else None
        if LIVE in output.get("data", {}):
            continue
        if last and output["output_type"] == last["output_type"] == "stream" and output["name"] == last["name"]:
            last["text"] += output["text"]
        else:
            merged.append(copy.deepcopy(output))
    return merged


def complaints(committed, executed, slow):
    shows = any(cell.get("outputs") for cell in committed.cells)      # the sources of assignments are committed without
    for number, (was, now) in enumerate(zip(committed.cells, executed.cells), 1):
        if was.cell_type != "code":
            continue
        tags = was.metadata.get("tags", [])
        for output in now.outputs:
            if output["output_type"] == "stream" and output["name"] == "stderr" and "stderr" not in tags:
                yield number, f"wrote to stderr: «{output['text'].strip()[:200]}»"
            if output["output_type"] in ("execute_result", "display_data") and not output["data"].get("text/plain", "").strip():
                yield number, "an output without text/plain"
        if re.match(r"%.* live$", was.source.strip().splitlines()[-1]) and not any(LIVE in o.get("data", {}) for o in now.outputs):
            yield number, "no live view came"
        if "raises-exception" in tags and not any(o["output_type"] == "error" for o in now.outputs):
            yield number, "should have failed"
        if shows:
            for difference in differences(was.get("outputs", []), now.outputs, "timing" in tags):
                yield number, difference
        if slow.get(number, 0) > QUICK:
            yield number, f"took {slow[number]:.0f} s, allowed are {QUICK}"


def solved(notebook):
    """The exercises once more with their solutions: (solution cell, check cells) each, appended to the notebook."""
    cells, tasks, pending, checks = notebook.cells, [], None, []
    for cell in list(cells):
        tags = cell.metadata.get("tags", [])
        if "exercise" in tags:
            pending, checks = cell, []
        elif "check" in tags and pending:
            checks.append(cell)
        elif cell.cell_type == "markdown" and pending and checks:
            found = SOLUTION.search(cell.source)
            again = [nbformat.v4.new_code_cell(c.source) for c in checks]
            tasks.append((pending.source.strip().splitlines()[0], checks, again, bool(found)))
            if found:
                cells.append(nbformat.v4.new_code_cell(found.group(1)))
                cells.extend(again)
            pending = None
    return tasks


def judged(tasks):
    """Complaints about exercises whose check does not know a wrong start from the solution."""
    def said(cell):
        return "\n".join(texts(o)[0] for o in cell.outputs)
    for name, checks, again, found in tasks:
        if not found:
            yield 0, f"the exercise «{name}» has no solution"
            continue
        if not any("✗" in said(c) for c in checks):
            yield 0, f"the wrong start «{name}» passes its check"
        for c in again:
            if "✗" in said(c) or "✓" not in said(c):
                yield 0, f"the solution of «{name}» does not pass: {said(c).strip()[:300]}"


def execute(path, kernel):
    committed = nbformat.read(path, as_version=4)
    executed = copy.deepcopy(committed)
    for cell in executed.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    length = len(executed.cells)
    tasks = solved(executed)
    started, slow = {}, {}
    client = NotebookClient(
        executed, timeout=LIMIT, kernel_name=kernel, record_timing=False,
        resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}},
        on_cell_execute=lambda cell, cell_index: started.__setitem__(cell_index + 1, time.monotonic()),
        on_cell_complete=lambda cell, cell_index: slow.__setitem__(cell_index + 1, time.monotonic() - started.get(cell_index + 1, time.monotonic())))
    client.execute()
    del executed.cells[length:]
    return committed, executed, slow, list(judged(tasks))


def image(svg):
    """An inline picture as an image, with paper and ink of its own."""
    said = [re.search(f"<{tag}[^>]*>(.*?)</{tag}>", svg, re.S) for tag in ("title", "desc")]
    alt = html.escape(html.unescape(". ".join(s.group(1).strip() for s in said if s)), quote=True)
    own = svg if "xmlns=" in svg.split(">")[0] else svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    if "background" not in own.split(">")[0]:
        own = own.replace('style="', 'style="color:#24292f;background:#fff;', 1)
    return f'<img src="data:image/svg+xml;base64,{base64.b64encode(own.encode()).decode()}" alt="{alt}">'


def framed(output):
    """Pages and code hosts that do not trust a notebook keep pictures in HTML, but of inline SVG the bare labels."""
    page = output.get("data", {}).get("text/html", "")
    if "<svg" in page and "<script" not in page:
        output["data"]["text/html"] = re.sub(r"<svg.*?</svg>", lambda svg: image(svg.group()), page, flags=re.S)


def tidy(notebook):
    """What would change from run to run for no reason stays out of the file."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata.pop("execution", None)
            cell.outputs = merge(cell.outputs)
            for output in cell.outputs:
                framed(output)
    notebook.metadata.pop("widgets", None)
    return notebook


def treat(what, path, kernel):
    """Checks or updates one notebook; returns what is wrong, and the report to print."""
    begin = time.monotonic()
    try:
        committed, executed, slow, found = execute(path, kernel)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as e:
        return True, f"FAILED {path}: {e}"
    if what == "update":
        nbformat.write(tidy(executed), path)
    else:
        found = list(complaints(committed, executed, slow)) + found
    lines = [f"{'FAILED' if found else 'ok    '} {path} ({time.monotonic() - begin:.1f} s)"]
    return bool(found), "\n".join(lines + [f"       cell {number}: {text}" if number else f"       {text}" for number, text in found])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["check", "update"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--kernel", default="jacobean")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    bad = 0
    with concurrent.futures.ProcessPoolExecutor(max(1, min(args.jobs, len(args.files)))) as pool:
        for wrong, report in pool.map(treat, *zip(*((args.what, path, args.kernel) for path in args.files))):
            bad += wrong
            print(report, flush=True)
    print(f"{len(args.files) - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
