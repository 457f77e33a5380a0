"""The benchmark's own arithmetic: what is compared is ratios to a control."""
import json
import subprocess
import sys

from conftest import ROOT


def compare(tmp_path, old, new, *options):
    for name, run in (("old", old), ("new", new)):
        (tmp_path / f"{name}.json").write_text(json.dumps(run))
    return subprocess.run([sys.executable, ROOT / "bench/compare", tmp_path / "old.json", tmp_path / "new.json", *options],
                          capture_output=True, text=True)


def kernels(ours, control):
    return {"kernels": {"jacobean-17": {"latency": {"execute p50, ms": ours}}, "python3": {"latency": {"execute p50, ms": control}}}}


def test_a_slower_machine_is_no_regression(tmp_path):
    done = compare(tmp_path, kernels(3, 4), kernels(6, 8), "--gate")
    assert done.returncode == 0 and "1 figures in both, 0 worse, 0 better" in done.stdout


def test_what_became_slower_is_named_and_fails_the_gate_alone(tmp_path):
    done = compare(tmp_path, kernels(3, 4), kernels(6, 4))
    assert done.returncode == 0 and "slower  2.00×  jacobean-17 / latency / execute p50, ms: 0.75 → 1.5" in done.stdout
    assert compare(tmp_path, kernels(3, 4), kernels(6, 4), "--gate").returncode == 1


def test_rows_are_held_against_the_control_row(tmp_path):
    def run(ours):
        return {"rows": {"control: by hand": {"later": 2.0}, "%grad": {"later": ours, "bars": [1, 2]}}}
    assert "faster" in compare(tmp_path, run(8), run(4)).stdout


def test_a_file_of_another_kind_is_named(tmp_path):
    done = compare(tmp_path, {"a": 1}, {"a": 1})
    assert done.returncode == 1 and "results of the same benchmark" in done.stderr
