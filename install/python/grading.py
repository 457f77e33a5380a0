#!/usr/bin/env python3
"""Grades every assignment as a teacher would, with what a class really hands in.

    grading.py [ASSIGNMENT…]       all assignments when none is named
    --jobs N                       how many at a time (default 2)

Runs nbgrader in a copy of notebooks/assignments: generate, release, autograde, feedback; once with
the reference solutions and once with each kind of wrong submission. Each must get the points it
deserves, and one bad cell must not cost the points of the others.
"""
import argparse
import concurrent.futures
import contextlib
import io
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time

import nbformat
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config

COURSE = pathlib.Path(__file__).resolve().parents[2] / "notebooks" / "assignments"
TIMEOUT = 8          # seconds for a cell here; the course itself allows 30
REGION = re.compile(r"^[ \t]*// BEGIN SOLUTION\n(.*?)^[ \t]*// END SOLUTION\n", re.M | re.S)

# The solution cell that is spoilt, the test cells that hang on it, a sign error with the points it
# costs, and how NaN is returned there.
SPOILT = {
    "1-partials-and-gradient": ("central", ["central-tests"], ("partials", "- 2*y*y", "+ 2*y*y", ["px-tests"]), "return Double.NaN;"),
    "2-descent-and-least-squares": ("step", ["gradient-tests", "step-tests"], ("fit", "w[j] -= rate", "w[j] += rate", ["fit-tests"]), "return new double[] {Double.NaN, Double.NaN};"),
    "3-hessian-and-newton": ("hessian", ["hessian-tests"], ("newton", "x -= step", "x += step", ["newton-tests"]), "return new double[][] {{Double.NaN, Double.NaN}, {Double.NaN, Double.NaN}};"),
    "4-build-a-tape": ("sweep", ["sweep-tests"], ("sweep", "+= adjoint[i]", "-= adjoint[i]", ["sweep-tests"]), "double[] a = new double[output.tape.inputs.size()]; Arrays.fill(a, Double.NaN); return a;"),
    "5-backprop-in-an-mlp": ("relu", ["relu-tests"], ("output", "g[label] -= 1", "g[label] += 1", ["logit-tests", "weight-tests"]), "double[] g = new double[a.length]; Arrays.fill(g, Double.NaN); return g;"),
    "6-optimisers-and-implicit": ("momentum", ["momentum-tests"], ("adam", "-alpha", "alpha", ["adam-tests"]), "return Double.NaN;"),
}
# A sign error that leaves some tests right earns their points.
KEPT = {("6-optimisers-and-implicit", "adam-tests"): 1}
FAILING = {
    "infinite-loop": "while (true) {}\n",
    "exit": "System.exit(0);\nthrow new IllegalStateException();\n",
    "stack-overflow": "class Deep { static int down(int n) { return down(n + 1) + 1; } }\nDeep.down(0);\nthrow new IllegalStateException();\n",
    "exception-in-helper": "int[] helper = new int[1];\nhelper[2] = 1;\nthrow new IllegalStateException();\n",
    "does-not-compile": "retrun 5\n",
}
PRINTS = "for (int line = 0; line < 20000; line++) System.out.println(\"line \" + line);\n"


def grade_cells(notebook):
    return {c.metadata.nbgrader.grade_id: c.metadata.nbgrader.points for c in notebook.cells
            if c.metadata.get("nbgrader", {}).get("grade") and c.cell_type == "code"}


def submission(release, source, change):
    """The students' version with every solution filled in, one of them changed."""
    out = nbformat.from_dict(release)
    answers = {c.metadata.nbgrader.grade_id: c.source for c in source.cells
               if c.cell_type == "code" and c.metadata.get("nbgrader", {}).get("solution")}
    for cell in out.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in answers and cell.cell_type == "code":
            cell.source = change(name, answers[name])
            cell.source = re.sub(r"^[ \t]*// (BEGIN|END) SOLUTION\n", "", cell.source, flags=re.M)
    return out


def variants(name, full):
    """Each kind of submission: what it changes in a solution cell, and the points it deserves."""
    spoilt, tests, (sign_cell, right, wrong, sign_tests), nan = SPOILT[name]
    rest = {k: v for k, v in full.items() if k not in tests}

    def body(text):
        return lambda cell, source: REGION.sub(lambda m: text, source) if cell == spoilt else source

    def flip(cell, source):
        assert cell != sign_cell or right in source, f"{name}: «{right}» is not in {cell}"
        return source.replace(right, wrong) if cell == sign_cell else source

    yield "reference", lambda cell, source: source, full
    yield "prints-20000-lines", lambda cell, source: REGION.sub(lambda m: PRINTS + m.group(1), source, count=1) if cell == spoilt else source, full
    yield "sign-error", flip, {k: KEPT.get((name, k), 0) if k in sign_tests else v for k, v in full.items()}
    yield "nan", body(nan + "\n"), {**rest, **dict.fromkeys(tests, 0)}
    for kind, text in FAILING.items():
        yield kind, body(text), {**rest, **dict.fromkeys(tests, 0)}


def grade(name, folder):
    config = Config()
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.course_id = "jacobean"
    config.Exchange.root = str(folder / "exchange")
    config.ExecutePreprocessor.timeout = TIMEOUT
    config.ExecutePreprocessor.interrupt_on_timeout = True
    config.ExecutePreprocessor.allow_errors = True
    stub = {}
    exec((COURSE / "nbgrader_config.py").read_text(), {"get_config": lambda: stub.setdefault("c", Config())})
    config.ClearSolutions = stub["c"].ClearSolutions
    config.NbGrader.log_level = "ERROR"
    (folder / "exchange").mkdir(exist_ok=True)
    (folder / "exchange").chmod(0o777)
    api = NbGraderAPI(config=config)

    def must(result, what):
        if not result["success"]:
            raise SystemExit(f"{name}: {what} failed\n{result.get('error')}\n{result.get('log')}")

    must(api.generate_assignment(name), "generate_assignment")
    must(api.release_assignment(name), "release")
    release = nbformat.read(folder / "release" / name / f"{name}.ipynb", as_version=4)
    source = nbformat.read(folder / "source" / name / f"{name}.ipynb", as_version=4)
    shown = "\n".join(c.source for c in release.cells)
    assert "BEGIN" not in shown and "HIDDEN" not in shown, f"{name}: the students' version shows what it should hide"

    full = grade_cells(source)
    expected = {"unanswered": dict.fromkeys(full, 0)}
    handed_in = {"unanswered": release}
    for kind, change, points in variants(name, full):
        expected[kind] = points
        handed_in[kind] = submission(release, source, change)
    failures, lines = 0, []
    for kind, notebook in handed_in.items():
        target = folder / "submitted" / kind / name
        target.mkdir(parents=True)
        nbformat.write(notebook, target / f"{name}.ipynb")
        begin = time.monotonic()
        with contextlib.redirect_stderr(io.StringIO()):
            must(api.autograde(name, kind), f"autograde of {kind}")
            must(api.generate_feedback(name, kind), f"feedback for {kind}")
        with api.gradebook as book:
            graded = book.find_submission_notebook(name, name, kind)
            got = {g.name: g.auto_score for g in graded.grades if g.name in full}
        feedback = (folder / "feedback" / kind / name / f"{name}.html").read_text()
        assert "Score:" in feedback, f"{name}: the feedback for {kind} shows no score"
        wrong = {k: (got.get(k), v) for k, v in expected[kind].items() if (got.get(k) or 0) != v}
        failures += bool(wrong)
        verdict = "ok    " if not wrong else "FAILED"
        lines.append(f"{verdict} {name} · {kind}: {sum(v or 0 for v in got.values()):g} of {sum(full.values())} points"
                     f" ({time.monotonic() - begin:.1f} s)" + "".join(f"\n       {k}: got {a}, deserves {b}" for k, (a, b) in wrong.items()))
    return len(handed_in), failures, "\n".join(lines)


def treat(name):
    with tempfile.TemporaryDirectory(prefix="grading-") as folder:
        folder = pathlib.Path(folder)
        shutil.copytree(COURSE / "source", folder / "source")
        return grade(name, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="ASSIGNMENT")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    unknown = set(args.names) - set(SPOILT)
    if unknown:
        parser.error(f"there is no assignment {', '.join(sorted(unknown))}; there are {', '.join(sorted(SPOILT))}")
    here = str(pathlib.Path(sys.executable).parent)                       # nbgrader calls alembic, which lives beside Python
    os.environ["PATH"] = here + os.pathsep + os.environ["PATH"]
    total = failed = 0
    with concurrent.futures.ProcessPoolExecutor(args.jobs) as pool:
        for ran, bad, report in pool.map(treat, args.names or sorted(SPOILT)):
            print(report, flush=True)
            total, failed = total + ran, failed + bad
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
