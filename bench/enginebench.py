"""Runs org.jacobean.bench.GradientRatios in several processes and saves the medians.

    enginebench.py --java JAVA --classpath PATH --forks N --json FILE
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile

CONTROL = "function"


def figures(java, classpath):
    """One process: nanoseconds by kind and benchmark."""
    with tempfile.TemporaryDirectory() as place:
        file = os.path.join(place, "figures")
        subprocess.run([java, "-XX:+UseSerialGC", "-Dwarm=3000", f"-Dfigures={file}", "-cp", classpath,
                        "org.jacobean.bench.GradientRatios"], check=True)
        rows = {}
        for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
            name, kind, nanos = line.split("\t")
            rows.setdefault(kind, {})[name] = float(nanos)
        return rows


def medians(runs):
    return {("control: " if kind == CONTROL else "") + kind:
            {name: statistics.median(run[kind][name] for run in runs) for name in names}
            for kind, names in runs[0].items()}


def main():
    options = argparse.ArgumentParser()
    for name in ("--java", "--classpath", "--json"):
        options.add_argument(name, required=True)
    options.add_argument("--forks", type=int, default=3)
    given = options.parse_args()
    runs = [figures(given.java, given.classpath) for _ in range(given.forks)]
    machine = {"system": platform.system(), "cpus": os.cpu_count()}
    saved = {"when": datetime.datetime.now().isoformat(timespec="seconds"), "machine": machine,
             "forks": given.forks, "rows": medians(runs)}
    pathlib.Path(given.json).write_text(json.dumps(saved, indent=1) + "\n")


main()
