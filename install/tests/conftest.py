"""What the tests share: a kernel started as a front end starts it, spoken to through the protocol alone."""
import os
import pathlib
import sys

import pytest
from jupyter_client.kernelspec import KernelSpecManager

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "bench"))

from kernelbench import Answer, Kernel, execute_content  # noqa: E402


class Notebook(Kernel):
    """A kernel with the few words a test needs."""

    def __init__(self, environment=None):
        self.log = open(ROOT / "install" / "target" / "kernel-under-test.log", "ab")
        super().__init__("jacobean", KernelSpecManager(), environment, self.log)
        self.wait_ready(60)

    def run(self, code, timeout=30, **options):
        """Runs a cell; fails unless it ends well and in time."""
        answer = self.execute(code, timeout, **options)
        assert answer.idle_s is not None, f"no end within {timeout} s: {code}"
        assert answer.status == "ok", f"{code}\n{answer.content}"
        return answer

    def value(self, code, **options):
        return self.run(code, **options).result

    def error(self, code, timeout=30, **options):
        """Runs a cell that must fail; gives its error message's content."""
        answer = self.execute(code, timeout, **options)
        assert answer.status == "error", f"{code} should fail, gave {answer.content}"
        published = answer.of("error")
        assert published, "an error is published, not only replied"
        return published[0]

    def ends(self, answer, timeout=30):
        """Waits until a request sent before is answered."""
        assert self.collect(answer, timeout), "no answer in time"
        return answer

    def sleeper(self):
        """A cell that runs until it is woken."""
        answer = self.send("execute_request", execute_content("Thread.sleep(300_000);"))
        while answer.busy_s is None:
            self.collect(answer, 0.1)
        return answer

    def wake(self, answer):
        for _ in range(30):
            self.send("interrupt_request", {}, "control")
            if self.collect(answer, 2):
                return
        raise AssertionError("the cell could not be interrupted")

    def late(self, answer, seconds):
        """What is published for a request after it was answered."""
        more = Answer(answer.msg_id, answer.sent)
        self.collect(more, seconds)
        return more


@pytest.fixture(scope="module")
def notebook():
    with Notebook() as kernel:
        yield kernel


@pytest.fixture
def fresh():
    """Starts kernels of one's own; they end with the test."""
    started = []

    def start(environment=None):
        started.append(Notebook(environment))
        return started[-1]

    yield start
    for kernel in started:
        kernel.close()
