#!/usr/bin/env python3
"""What a reader waits for: derivatives and plots in a notebook, measured through the protocol.

    notebookbench.py --json out.json          the kernel jacobean, and ipykernel as the control

Each line is asked for in kernels of their own, so that what is first is first; times go from the
request to the idle status that follows the result.
"""
import argparse
import datetime
import json
import os
import platform
import statistics

from jupyter_client.kernelspec import KernelSpecManager
from kernelbench import Kernel

DEFINITION = "double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }"
PYTHON = "def f(x, y): return 3*x*x + 2*x*y + y*y"
LINES = [
    # name, line with a place for a number that changes, bar for the first in a kernel, for later ones, ms
    ("%grad of a one-line function", "%grad f({0}, 2)", 400, 60),
    ("%hessian", "%hessian f({0}, 2)", None, None),
    ("%partial, step by step", "%partial f d/dx", None, None),
    ("%plot", "%plot f(x, {0}) x=-2..2", 1500, 150),
    ("%contour with gradients", "%contour f x=-3..{0} y=-3..3", 1500, 150),
    ("%surface", "%surface f x=-3..{0} y=-3..3", 1500, 150),
    ("%descend with path and losses", "%descend f from ({0}, 2) rate 0.1", None, None),
    ("%graph", "%graph f({0}, 2)", None, None),
]


def idle(kernel, code):
    answer = kernel.execute(code, 60)
    assert answer.status == "ok", f"{code}: {answer.content}"
    return answer.idle_s * 1000, answer


def size(answer):
    data = [m["data"] for m in answer.of("execute_result")]
    return max((len(d.get("image/svg+xml", d.get("text/html", ""))) for d in data), default=0)


def measured(name, definition, line, starts, repeats):
    firsts, later, bytes_ = [], [], 0
    for _ in range(starts):
        with Kernel(name, KernelSpecManager(), log=open(os.devnull, "w")) as kernel:
            kernel.wait_ready(60)
            idle(kernel, "1+1")
            idle(kernel, definition)
            for i in range(repeats):
                took, answer = idle(kernel, line.format(f"{1 + i/64:.6f}"))
                (later if i else firsts).append(took)
                bytes_ = max(bytes_, size(answer))
    return {"first": round(statistics.median(firsts)), "later": round(statistics.median(later[len(later)//3:]), 1),
            "kilobytes": round(bytes_/1024)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", required=True)
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--repeats", type=int, default=15)
    args = parser.parse_args()
    rows = {"control: f(1, 2) in ipykernel": measured("python3", PYTHON, "f({0}, 2)", args.starts, args.repeats) | {"bars": [None, None]}}
    for name, line, first, later in LINES:
        rows[name] = measured("jacobean", DEFINITION, line, args.starts, args.repeats) | {"bars": [first, later]}
        print(name, rows[name], flush=True)
    run = {"when": datetime.datetime.now().isoformat(), "machine": {"system": platform.system(), "cpus": os.cpu_count()}, "rows": rows}
    with open(args.json, "w") as file:
        json.dump(run, file, indent=1)


if __name__ == "__main__":
    main()
