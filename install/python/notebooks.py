#!/usr/bin/env python3
"""Executes notebooks in a clean kernel and holds their outputs to the committed ones.

    notebooks.py check FILE…    fail on an error, a missing output, or a number that differs
    notebooks.py update FILE…   execute and write the outputs back
    --kernel NAME               the kernelspec to run (default jacobean)

A cell tagged "timing" may print other numbers each time; one tagged "raises-exception" must fail.
"""
import argparse
import copy
import math
import os
import re
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

NUMBER = re.compile(r"[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+−]?\d+)?")
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


def differences(old, new):
    """How the outputs of one cell differ from those committed, as sentences."""
    merged_old, merged_new = merge(old), merge(new)
    if len(merged_old) > len(merged_new):
        yield f"{len(merged_old)} outputs are committed, {len(merged_new)} came"
        return
    for was, now in zip(merged_old, merged_new):
        old_text, old_types = texts(was)
        new_text, new_types = texts(now)
        if not old_types <= new_types:
            yield f"lost {', '.join(sorted(old_types - new_types))}"
        pairs = NUMBER.findall(old_text), NUMBER.findall(new_text)
        if len(pairs[0]) != len(pairs[1]):
            yield f"was «{old_text.strip()[:200]}», is «{new_text.strip()[:200]}»"
            continue
        for a, b in zip(*pairs):
            if not close(a, b):
                yield f"number {a} became {b} in «{new_text.strip()[:120]}»"
                break


def merge(outputs):
    """Stream outputs that follow one another are one, as a reader sees them."""
    merged = []
    for output in outputs:
        last = merged[-1] if merged else None
        if last and output["output_type"] == last["output_type"] == "stream" and output["name"] == last["name"]:
            last["text"] += output["text"]
        else:
            merged.append(copy.deepcopy(output))
    return merged


def complaints(committed, executed, slow):
    for number, (was, now) in enumerate(zip(committed.cells, executed.cells), 1):
        if was.cell_type != "code":
            continue
        tags = was.metadata.get("tags", [])
        for output in now.outputs:
            if output["output_type"] == "stream" and output["name"] == "stderr" and "stderr" not in tags:
                yield number, f"wrote to stderr: «{output['text'].strip()[:200]}»"
            if output["output_type"] in ("execute_result", "display_data") and not output["data"].get("text/plain", "").strip():
                yield number, "an output without text/plain"
        if was.get("outputs") and not now.outputs:
            yield number, "no output, though one is committed"
        elif "timing" not in tags:
            for difference in differences(was.get("outputs", []), now.outputs):
                yield number, difference
        if slow.get(number, 0) > QUICK:
            yield number, f"took {slow[number]:.0f} s, allowed are {QUICK}"


def execute(path, kernel):
    committed = nbformat.read(path, as_version=4)
    executed = copy.deepcopy(committed)
    for cell in executed.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    started, slow = {}, {}
    client = NotebookClient(
        executed, timeout=LIMIT, kernel_name=kernel, record_timing=False,
        resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}},
        on_cell_execute=lambda cell, cell_index: started.__setitem__(cell_index + 1, time.monotonic()),
        on_cell_complete=lambda cell, cell_index: slow.__setitem__(cell_index + 1, time.monotonic() - started.get(cell_index + 1, time.monotonic())))
    client.execute()
    return committed, executed, slow


def tidy(notebook):
    """What would change from run to run for no reason stays out of the file."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.metadata.pop("execution", None)
            cell.outputs = merge(cell.outputs)
    notebook.metadata.pop("widgets", None)
    return notebook


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["check", "update"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--kernel", default="jacobean")
    args = parser.parse_args()
    good = bad = 0
    for path in args.files:
        begin = time.monotonic()
        try:
            committed, executed, slow = execute(path, args.kernel)
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as e:
            print(f"FAILED {path}: {e}")
            bad += 1
            continue
        if args.what == "update":
            nbformat.write(tidy(executed), path)
            found = []
        else:
            found = list(complaints(committed, executed, slow))
        for number, text in found:
            print(f"       {path}, cell {number}: {text}")
        bad += bool(found)
        good += not found
        print(f"{'FAILED' if found else 'ok    '} {path} ({time.monotonic() - begin:.1f} s)", flush=True)
    print(f"{good} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
