"""The notebooks in the tools people run notebooks with: nbconvert, papermill, nbval, jupytext."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NOTEBOOKS = ROOT / "notebooks"
BIN = ROOT / ".venv" / "notebooks" / ("Scripts" if os.name == "nt" else "bin")
FIFTH = NOTEBOOKS / "course" / "05-a-loss-and-one-step.ipynb"


@pytest.fixture(scope="module")
def tool():
    """Runs a command of the notebooks' own environment, our wheel installed in it; gives what it printed."""
    wheel = subprocess.run([sys.executable, ROOT / "install" / "wheel"], capture_output=True, text=True, check=True, cwd=ROOT)
    subprocess.run([BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps",
                    "--force-reinstall", ROOT / wheel.stdout.strip()], check=True)

    def run(*command, cwd=ROOT):
        done = subprocess.run([BIN / command[0], *map(str, command[1:])], capture_output=True, text=True, cwd=cwd, timeout=300,
                              env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
                                   "JUPYTER_PATH": str(ROOT / ".venv" / "share" / "jupyter")})
        assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        return done.stdout + done.stderr
    return run


def said(notebook):
    return "\n".join(o.get("text") or o.get("data", {}).get("text/plain", "") for c in notebook.cells for o in c.get("outputs", []))


def test_nbconvert_executes(tool, tmp_path):
    tool("jupyter", "nbconvert", "--to", "notebook", "--execute", FIFTH, "--output-dir", tmp_path)
    done = nbformat.read(tmp_path / FIFTH.name, as_version=4)
    assert "w = 0.12, b = 0.06" in said(done)


def test_an_exported_page_holds_formulas_tables_and_pictures(tool, tmp_path):
    for notebook in (FIFTH, NOTEBOOKS / "course" / "07-descent-on-a-bumpy-line.ipynb"):
        tool("jupyter", "nbconvert", "--to", "html", notebook, "--output-dir", tmp_path)
        page = (tmp_path / notebook.with_suffix(".html").name).read_text()
        assert "data:image/svg+xml" in page and "<table" in page and "<details>" in page
        assert "\\nabla" in page or "$$f(x)" in page
    assert "jcb-static" in page, "the static form of the stepper"


def test_papermill_sets_parameters_as_java(tool, tmp_path):
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "jacobean", "display_name": "Java (Jacobean)", "language": "java"}})
    notebook.cells = [
        nbformat.v4.new_code_cell('double rate = 0.1; int steps = 5; String name = "none"; double[] start = {0, 0}; boolean loud = true;',
                                  metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell('System.out.println(rate + " " + steps + " " + name + " " + Arrays.toString(start) + " " + loud + " " + more + " " + nothing);')]
    nbformat.write(notebook, tmp_path / "in.ipynb")
    (tmp_path / "given.yaml").write_text(
        'rate: 0.25\nsteps: 7\nname: "a \\"b\\"\\nc"\nstart: [1.5, -2]\nloud: false\nnothing: null\nmore: {a: [x, y], b: 3000000000}\n')
    tool("papermill", "in.ipynb", "out.ipynb", "-f", "given.yaml", cwd=tmp_path)
    done = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    printed = done.cells[-1].outputs[0].text
    assert printed.startswith('0.25 7 a "b"\nc [1.5, -2.0] false ') and printed.rstrip().endswith(" null")
    assert "a=[x, y]" in printed and "b=3000000000" in printed


def test_papermill_runs_a_notebook_of_the_course(tool, tmp_path):
    out = tmp_path / "out.ipynb"
    tool("papermill", FIFTH.name, out, "-p", "alpha", "0.1", cwd=FIFTH.parent)
    assert "w = 1.20, b = 0.60, loss 9.0000 before, 0.0000 after" in said(nbformat.read(out, as_version=4))


def test_nbval_finds_the_outputs_again(tool, tmp_path):
    """Numbers and text of every cell; HTML has an id of its own each time."""
    (tmp_path / "same.cfg").write_text("[regex1]\nregex: (?s)<.*>\nreplace: HTML\n")
    notebook = nbformat.read(FIFTH, as_version=4)
    for cell in notebook.cells:
        if "check" in cell.metadata.get("tags", []) or "exercise" in cell.metadata.get("tags", []):
            cell.metadata.tags = [*cell.metadata.tags, "nbval-check-output"]
    nbformat.write(notebook, tmp_path / FIFTH.name)
    tool("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", FIFTH.name, "--nbval-sanitize-with", "same.cfg", cwd=tmp_path)


def test_nbval_finds_a_number_that_changed(tool, tmp_path):
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "jacobean", "display_name": "Java (Jacobean)", "language": "java"}})
    cell = nbformat.v4.new_code_cell("1 + 1", execution_count=1)
    cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "3"}, execution_count=1)]
    notebook.cells = [cell]
    nbformat.write(notebook, tmp_path / "wrong.ipynb")
    with pytest.raises(AssertionError, match="1 failed"):
        tool("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "wrong.ipynb", cwd=tmp_path)


def test_jupytext_and_back_changes_no_cell(tool, tmp_path):
    for name in ("java:percent", "md"):
        path = tmp_path / name[:2] / FIFTH.name
        path.parent.mkdir()
        shutil.copy(FIFTH, path)
        suffix = ".java" if name.startswith("java") else ".md"
        tool("jupytext", "--to", name, path)
        text = path.with_suffix(suffix)
        path.unlink()
        tool("jupytext", "--to", "ipynb", text)
        before, after = nbformat.read(FIFTH, as_version=4), nbformat.read(path, as_version=4)
        assert [(c.cell_type, c.source) for c in before.cells if c.cell_type == "code"] == \
            [(c.cell_type, c.source) for c in after.cells if c.cell_type == "code"]
        assert re.sub(r"\s+", " ", " ".join(c.source for c in before.cells)) == re.sub(r"\s+", " ", " ".join(c.source for c in after.cells))
        assert json.dumps(after.metadata.kernelspec, sort_keys=True) == json.dumps(before.metadata.kernelspec, sort_keys=True)
