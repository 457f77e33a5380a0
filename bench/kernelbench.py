#!/usr/bin/env python3
"""kernelbench: measure Jupyter kernels from the outside, through the protocol only.

    kernelbench.py python3 java                     installed kernels, by kernelspec name
    kernelbench.py --kernel-dir DIR mykernel        DIR holds mykernel/kernel.json
    kernelbench.py --only start,latency java        some groups only (see GROUPS)
    kernelbench.py --json out.json java             the numbers, and the raw replies
    kernelbench.py --lock bench.lock java           hold a file lock while timing
    kernelbench.py --merge a.json b.json            print one table from saved runs

Groups: start latency endurance stdout interrupt protocol faults.  Needs only jupyter_client (and
the pyzmq it brings).  Every kernel is started afresh for each group; a kernel that hangs
or dies in one test is replaced, so one bad result does not spoil the next.

To measure another language, add a table to SNIPPETS under the kernelspec's "language".
"""
import argparse
import contextlib
import json
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

import zmq
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

LINES = 20000          # lines printed by the stdout test
INTERRUPT_LIMIT = 10   # seconds after which an interrupt counts as 'never'
SETTLE = 0.5           # seconds a busy cell runs before it is interrupted

# --------------------------------------------------------------------------------------
# What each language runs.  A key that is missing (or None) skips its test.
# --------------------------------------------------------------------------------------
SNIPPETS = {
    "python": {
        "trivial": "1+1",
        "complete": "str.", "complete_has": "upper",
        "inspect": "str.upper", "inspect_call": "str.upper('a')",
        "is_complete": [("1+1", "complete"), ("for i in range(3):", "incomplete"),
                        ("x = (1 +", "incomplete"), ("1 +* 2", "invalid")],
        "lines": "for i in range(%d): print('line', i)" % LINES,
        "line": "line %d",
        "define": "kb_x = 42", "use": "kb_x", "expr": "kb_x + 1", "bad_expr": "kb_nope + 1",
        "error": "raise RuntimeError('boom')",
        "runtime_error": "def kb_f(v):\n    w = v\n    return 1 // w\nkb_f(0)", "runtime_line": 3,
        "compile_error": "a = 1\nb = = 2\nc = 3", "compile_line": 2,
        "exit": "import os; os._exit(0)",
        "stack": "def kb_r(n): return kb_r(n + 1) + 1\nkb_r(0)",
        "oom_local": "bytearray(1 << 50)",
        "read": "input('name? ')",
        "password": "import getpass; getpass.getpass('pw? ')",
        "busy": {"empty loop": "while True: pass",
                 "sleep": "import time; time.sleep(60)",
                 "library loop calling user code": "all(map(lambda v: True, iter(int, 1)))",
                 "long library call": "pow(7, 20_000_000) and None",
                 "waiting for input": "input('? ')"},
        "long": "import time; time.sleep(3)",
        "late": "import threading, time\ndef kb_late():\n    time.sleep(0.7); print('LATE')\n"
                "threading.Thread(target=kb_late).start()",
    },
    "java": {
        "trivial": "1+1",
        "complete": "Math.", "complete_has": "abs",
        "inspect": "Math.abs", "inspect_call": "Math.abs(-1)",
        "is_complete": [("1+1", "complete"), ("for (int i = 0; i < 3; i++) {", "incomplete"),
                        ("int x = (1 +", "incomplete"), ("int = = 2;", "invalid")],
        "lines": 'for (int i = 0; i < %d; i++) System.out.println("line " + i);' % LINES,
        "line": "line %d",
        "define": "int kb_x = 42;", "use": "kb_x", "expr": "kb_x + 1", "bad_expr": "kb_nope + 1",
        "error": 'throw new RuntimeException("boom");',
        "runtime_error": "int kb_f(int v) {\n    int w = v;\n    return 1 / w;\n}\nkb_f(0)",
        "runtime_line": 3,
        "compile_error": 'int a = 1;\nint b = "x";\nint c = 3;', "compile_line": 2,
        "exit": "System.exit(0);",
        "stack": "int kb_r(int n) { return kb_r(n + 1) + 1; }\nkb_r(0)",
        "oom_local": "{ var l = new java.util.ArrayList<byte[]>(); while (true) l.add(new byte[1 << 20]); }",
        "oom_kept": "var kb_hog = new java.util.ArrayList<byte[]>(); while (true) kb_hog.add(new byte[1 << 20]);",
        "oom_small": "var kb_hog = new java.util.LinkedList<int[]>(); while (true) kb_hog.add(new int[16]);",
        "oom_free": "kb_hog = null;",
        "read": "new java.util.Scanner(System.in).nextLine()",
        "password": 'new String(System.console().readPassword("pw? "))',
        "busy": {"empty loop": "while (true) {}",
                 "loop in a user method": "void kb_spin() { long n = 0; while (true) n++; }\nkb_spin();",
                 "sleep": "Thread.sleep(60000);",
                 "library loop calling user code": "java.util.stream.Stream.generate(() -> 1).forEach(v -> {});",
                 "swallows Throwable": "while (true) { try { Thread.sleep(5); } catch (Throwable t) {} }",
                 "long library call": 'new java.math.BigInteger("7").pow(60_000_000).signum()',
                 "waiting for input": "System.in.read()"},
        "long": "Thread.sleep(3000);",
        "late": 'new Thread(() -> { try { Thread.sleep(700); } catch (InterruptedException e) {} '
                'System.out.println("LATE"); }).start();',
    },
    "kotlin": {
        "trivial": "1+1",
        "complete": "Math.", "complete_has": "abs",
        "inspect": "Math.abs", "inspect_call": "Math.abs(-1)",
        "is_complete": [("1+1", "complete"), ("for (i in 0..3) {", "incomplete"),
                        ("val x = (1 +", "incomplete"), ("val = = 2", "invalid")],
        "lines": 'for (i in 0 until %d) println("line $i")' % LINES,
        "line": "line %d",
        "define": "val kb_x = 42", "use": "kb_x", "expr": "kb_x + 1", "bad_expr": "kb_nope + 1",
        "error": 'throw RuntimeException("boom")',
        "runtime_error": "fun kb_f(v: Int): Int {\n    val w = v\n    return 1 / w\n}\nkb_f(0)",
        "runtime_line": 3,
        "compile_error": 'val a: Int = 1\nval b: Int = "x"\nval c = 3', "compile_line": 2,
        "exit": "System.exit(0)",
        "stack": "fun kb_r(n: Int): Int = kb_r(n + 1) + 1\nkb_r(0)",
        "oom_local": "run { val l = ArrayList<ByteArray>(); while (true) l.add(ByteArray(1 shl 20)) }",
        "oom_kept": "var kb_hog: ArrayList<ByteArray>? = ArrayList()\nwhile (true) kb_hog!!.add(ByteArray(1 shl 20))",
        "oom_small": "var kb_hog: java.util.LinkedList<IntArray>? = java.util.LinkedList()\nwhile (true) kb_hog!!.add(IntArray(16))",
        "oom_free": "kb_hog = null",
        "read": "readLine()",
        "busy": {"empty loop": "while (true) {}",
                 "sleep": "Thread.sleep(60000)",
                 "library loop calling user code": "java.util.stream.Stream.generate { 1 }.forEach { v -> }",
                 "long library call": 'java.math.BigInteger("7").pow(60_000_000).signum()',
                 "waiting for input": "readLine()"},
        "long": "Thread.sleep(3000)",
        "late": 'Thread { Thread.sleep(700); println("LATE") }.start()',
    },
}

now = time.perf_counter
deadline = float("inf")     # a timed group gives up here, so that a mute kernel cannot keep the lock


# --------------------------------------------------------------------------------------
# One running kernel, read straight from its sockets.
# --------------------------------------------------------------------------------------
class Answer:
    """All that came back for one request: the reply, the iopub messages, and when."""

    def __init__(self, msg_id, sent):
        self.msg_id, self.sent = msg_id, sent
        self.reply = self.reply_s = self.idle_s = self.busy_s = None
        self.iopub, self.inputs = [], []

    @property
    def status(self):
        return self.reply["content"].get("status") if self.reply else None

    @property
    def content(self):
        return self.reply["content"] if self.reply else {}

    def of(self, kind):
        return [m["content"] for m in self.iopub if m["msg_type"] == kind]

    @property
    def result(self):
        got = self.of("execute_result")
        data = got[-1]["data"] if got else {}
        return data.get("text/plain", data.get("text/html"))   # some kernels send no text/plain

    def stream(self, name="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == name)


class Kernel:
    def __init__(self, name, specs, env=None, log=None):
        self.km = KernelManager(kernel_name=name, kernel_spec_manager=specs)
        self.started = now()
        self.km.start_kernel(env={**os.environ, **(env or {})}, stdout=log, stderr=log)
        self.kc = self.km.blocking_client()
        self.kc.start_channels(hb=False)
        self.sockets = {c: getattr(self.kc, c + "_channel").socket
                        for c in ("shell", "iopub", "stdin", "control")}
        self.info = None

    def close(self):
        with contextlib.suppress(Exception):
            self.kc.stop_channels()
        with contextlib.suppress(Exception):
            self.km.shutdown_kernel(now=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def send(self, kind, content, channel="shell"):
        msg = self.kc.session.msg(kind, content)
        sent = now()
        self.kc.session.send(self.sockets[channel], msg)
        return Answer(msg["header"]["msg_id"], sent)

    def collect(self, answers, timeout, need_idle=True, need_reply=True, text=None, channel="shell"):
        """Read until every answer has its reply and idle, or the time is up."""
        answers = answers if isinstance(answers, list) else [answers]
        by_id = {a.msg_id: a for a in answers}
        poller = zmq.Poller()
        for c in {"shell", "iopub", "stdin", channel}:
            poller.register(self.sockets[c], zmq.POLLIN)
        end = now() + timeout
        while any((need_reply and a.reply is None) or (need_idle and a.idle_s is None) for a in answers):
            left = end - now()
            if now() > deadline:
                raise TimeoutError("group took too long")
            if left <= 0:
                return False
            ready = dict(poller.poll(min(left, 0.2) * 1000))
            if not ready and not self.km.is_alive():
                return False
            for c, sock in self.sockets.items():
                while sock in ready:
                    _, msg = self.kc.session.recv(sock, mode=zmq.NOBLOCK)
                    if msg is None:
                        break
                    a = by_id.get(msg["parent_header"].get("msg_id"))
                    if a is None:
                        continue
                    t = now() - a.sent
                    if c == "iopub":
                        a.iopub.append(msg)
                        if msg["msg_type"] == "status":
                            if msg["content"]["execution_state"] == "idle":
                                a.idle_s = t
                            elif a.busy_s is None:
                                a.busy_s = t
                    elif c == "stdin":
                        a.inputs.append(msg["content"])
                        if text is not None:
                            self.kc.input(text)
                    elif a.reply is None:
                        a.reply, a.reply_s = msg, t
        return True

    def ask(self, kind, content, timeout=30, channel="shell", **kw):
        a = self.send(kind, content, channel)
        self.collect(a, timeout, channel=channel, **kw)
        return a

    def execute(self, code, timeout=30, text=None, **opts):
        return self.ask("execute_request", execute_content(code, **opts), timeout, text=text)

    def wait_ready(self, timeout=90):
        """Seconds to the first kernel_info_reply; then make sure iopub is connected too."""
        if self.info is not None:
            return None
        a = self.send("kernel_info_request", {})
        if not self.collect(a, timeout, need_idle=False):
            raise RuntimeError("no kernel_info_reply")
        took = a.sent - self.started + a.reply_s
        self.info = a.content
        for _ in range(20):             # a subscriber that joined late saw no status: ask again
            if a.idle_s is not None or self.collect(a, 0.5):
                return took
            a = self.send("kernel_info_request", {})
        raise RuntimeError("nothing on iopub")

    def usable(self, snip, timeout=15):
        a = self.execute(snip["trivial"], timeout)
        return a.status == "ok" and a.idle_s is not None and a.result == "2"


def execute_content(code, silent=False, store_history=True, user_expressions=None,
                    allow_stdin=True, stop_on_error=True):
    return dict(code=code, silent=silent, store_history=store_history,
                user_expressions=user_expressions or {}, allow_stdin=allow_stdin,
                stop_on_error=stop_on_error)


def tree_memory(pid):
    """(processes, resident MB) of a process and all its descendants; None without ps."""
    try:
        out = subprocess.run(["ps", "-axo", "pid=,ppid=,rss="], capture_output=True, text=True).stdout
    except OSError:
        return None, None
    rows = [tuple(map(int, line.split())) for line in out.splitlines()]
    tree = {pid}
    for _ in rows:
        more = {p for p, parent, _ in rows if parent in tree} - tree
        if not more:
            break
        tree |= more
    return len(tree), round(sum(r for p, _, r in rows if p in tree) / 1024, 1)


def tree_cpu(pid):
    """CPU seconds a process has used so far (Linux only, else None)."""
    try:
        with open(f"/proc/{pid}/stat") as f:
            fields = f.read().rsplit(")", 1)[1].split()
        kids = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
    except OSError:
        return None
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(tree_cpu(int(k)) or 0 for k in kids)


def pct(values, q):
    values = sorted(values)
    return values[min(len(values) - 1, int(q / 100 * len(values)))]


def ms(seconds):
    return None if seconds is None else round(seconds * 1000, 2)


def yes(flag):
    return "yes" if flag else "no"


# --------------------------------------------------------------------------------------
# The groups.  Each takes a way to start kernels and the snippets, and returns a dict.
# --------------------------------------------------------------------------------------
def group_start(start, snip, args):
    info, first, mem, procs, hung, banner = [], [], [], [], 0, {}
    for _ in range(args.starts):
        with start() as k:
            try:
                info.append(k.wait_ready(20))
            except RuntimeError:                       # no answer: count it and go on
                hung += 1
                continue
            a = k.execute(snip["trivial"], 60)
            first.append(a.sent - k.started + (a.idle_s if a.idle_s is not None else float("nan")))
            n, mb = tree_memory(k.km.provisioner.pid)
            mem.append(mb)
            procs.append(n)
            banner = k.info
    return {"start to kernel_info_reply, s": round(statistics.median(info), 2),
            "start to first result, s": round(statistics.median(first), 2),
            "RSS after first execute, MB": None if mem[0] is None else statistics.median(mem),
            "processes": procs[-1],
            "starts that hung (20 s)": f"{hung}/{args.starts}",
            "protocol_version": banner.get("protocol_version"),
            "_all": {"info": info, "first": first, "rss": mem},
            "_kernel_info": banner}


def group_latency(start, snip, args):
    out = {}
    with start() as k:
        k.wait_ready()
        for _ in range(20):
            k.execute(snip["trivial"])
        trips = []
        for _ in range(args.trips):
            a = k.execute(snip["trivial"])
            if a.idle_s is None:
                return {"execute p50, ms": "hung"}
            trips.append(a.idle_s)
        for q in (50, 95, 99):
            out[f"execute p{q}, ms"] = ms(pct(trips, q))
        # Back to back is 'Run All'.  A person pauses: with pauses of random length a kernel that
        # polls is caught at every point of its sleep, not always just after it looked.
        paced = []
        for _ in range(args.paced):
            time.sleep(random.uniform(0, 0.12))
            a = k.execute(snip["trivial"])
            if a.idle_s is not None:
                paced.append(a.idle_s)
        if paced:
            out["execute p50 after a pause, ms"] = ms(pct(paced, 50))

        def timed(label, kind, content, runs=50):
            first = k.ask(kind, content, 20)
            if first.reply is None or first.idle_s is None:
                out[f"{label} p50, ms"] = "no reply" if first.reply is None else "never idle"
                return first
            got = [k.ask(kind, content, 20).reply_s for _ in range(runs)]
            got = [g for g in got[5:] if g is not None]
            out[f"{label} first, ms"] = ms(first.reply_s)
            out[f"{label} p50, ms"] = ms(pct(got, 50)) if got else "no reply"
            return first

        code = snip["complete"]
        a = timed("complete", "complete_request", {"code": code, "cursor_pos": len(code)})
        out["complete finds it"] = yes(any(snip["complete_has"] in m for m in a.content.get("matches", [])))
        out["_complete"] = dict(a.content, matches=a.content.get("matches", [])[:8])
        # the cursor stands just after the method's name: once bare, once with its call written out
        at = len(snip["inspect"])
        a = timed("inspect", "inspect_request", {"code": snip["inspect_call"], "cursor_pos": at, "detail_level": 0})
        out["inspect found, call"] = yes(a.content.get("found"))
        b = k.ask("inspect_request", {"code": snip["inspect"], "cursor_pos": at, "detail_level": 0}, 20)
        out["inspect found, bare name"] = yes(b.content.get("found"))
        out["_inspect"] = [a.content, b.content]
        a = timed("is_complete", "is_complete_request", {"code": snip["is_complete"][0][0]})
        right, raw = 0, []
        for code, want in snip["is_complete"]:
            got = k.ask("is_complete_request", {"code": code}, 10).content
            raw.append([code, want, got])
            right += got.get("status") == want
        out["is_complete right"] = f"{right}/{len(raw)}"
        out["_is_complete"] = raw
    return out


def group_endurance(start, snip, args):
    """A long session: is a cell as quick at its end as at its start, and what has it cost?"""
    out = {}
    with start() as k:
        k.wait_ready()

        def trips(count, limit=float("inf")):
            took, end = [], now() + limit
            while len(took) < count and now() < end:
                a = k.execute(snip["trivial"])
                if a.idle_s is None:
                    raise TimeoutError("a cell hung")
                took.append(a.idle_s)
            return took

        trips(200)                                         # past the first compilations
        before = trips(200)
        _, memory = tree_memory(k.km.provisioner.pid)
        ran = len(trips(args.endurance - 400, args.endurance_limit)) + 400
        after = trips(200)
        _, grown = tree_memory(k.km.provisioner.pid)
        out["cells run"] = ran
        for q in (50, 95, 99):
            out[f"execute p{q} then, ms"] = ms(pct(after, q))
        out["execute p50, end / start"] = round(pct(after, 50) / pct(before, 50), 2)
        out["RSS, MB"] = grown
        out["RSS grown, MB"] = None if memory is None else round(grown - memory, 1)
    return out


def group_stdout(start, snip, args):
    with start() as k:
        k.wait_ready()
        k.execute(snip["trivial"])
        a = k.execute(snip["lines"], 60)
        at_idle = a.stream()
        messages = len(a.of("stream"))
        b = Answer(a.msg_id, a.sent)                   # anything that came after idle?
        k.collect(b, 1.0)
        got = (at_idle + b.stream()).splitlines()
        want = [snip["line"] % i for i in range(LINES)]
        return {f"{LINES} lines to idle, s": None if a.idle_s is None else round(a.idle_s, 2),
                "lines arrived": f"{sum(g == w for g, w in zip(got, want)) if got == want else len(got)}/{LINES}",
                "in order, whole": yes(got == want),
                "lines after idle": len(b.stream().splitlines()),
                "stream messages": messages + len(b.of("stream"))}


def group_interrupt(start, snip, args):
    out, k = {}, None
    for label, code in snip["busy"].items():
        if k is None:
            k = start()
            k.wait_ready()
            k.execute(snip["define"])
        # a cell may define a method and then call it: some kernels echo both, all must stop
        a = k.send("execute_request", execute_content(code))
        k.collect(a, SETTLE)
        if a.idle_s is not None:
            out["interrupt: " + label] = f"not busy ({a.status}: {a.content.get('evalue')})"
            continue
        t = now()
        k.km.interrupt_kernel()
        if k.collect(a, INTERRUPT_LIMIT):
            took = a.sent + a.idle_s - t
            alive = k.execute(snip["use"], 10).result == "42"
            # The front end sees 'idle'.  Has the code stopped, or does it go on burning a core?
            pid = k.km.provisioner.pid
            spent, burning = tree_cpu(pid), True
            for _ in range(3):                              # a compiler that finishes its queue is no burning cell
                if not burning or spent is None:
                    break
                time.sleep(1)
                before, spent = spent, tree_cpu(pid)
                burning = spent - before > 0.25
            burning = burning and spent is not None
            out["interrupt: " + label] = (f"{took * 1000:.0f} ms" + (", still running" if burning else "")
                                          + ("" if alive else ", state lost"))
            out.setdefault("_interrupt", {})[label] = {"seconds": took, "burning": burning, "reply": a.content,
                                                       "error": (a.of("error") or [None])[0]}
            if alive and not burning:
                continue
        else:
            out["interrupt: " + label] = "never" if k.km.is_alive() else "kernel died"
        k.close()
        k = None
    if k:
        k.close()
    return out


def group_protocol(start, snip, args):
    out = {}
    k = start()
    k.wait_ready()

    def fresh():
        nonlocal k
        k.close()
        k = start()
        k.wait_ready()

    # execute options
    a = k.execute(snip["trivial"])
    before, shown = a.content.get("execution_count"), a.of("execute_result")
    out["results carry text/plain"] = yes(shown and "text/plain" in shown[0]["data"])
    a = k.execute(snip["trivial"], silent=True)
    after = k.execute(snip["trivial"]).content.get("execution_count")
    quiet = not (a.of("execute_result") or a.of("execute_input"))
    out["silent: nothing published"] = yes(quiet)
    out["silent: count unchanged"] = yes(after == before + 1) if None not in (before, after) else "no count"
    k.execute(snip["trivial"], store_history=False)
    last = k.execute(snip["trivial"]).content.get("execution_count")
    out["store_history=False: count unchanged"] = yes(last == after + 1) if None not in (last, after) else "no count"
    k.execute(snip["define"])
    a = k.execute(snip["trivial"], user_expressions={"good": snip["expr"], "bad": snip["bad_expr"]})
    ue = a.content.get("user_expressions") or {}
    good, bad = ue.get("good") or {}, ue.get("bad") or {}
    out["user_expressions: value"] = yes((good.get("data") or {}).get("text/plain") == "43")
    out["user_expressions: error"] = yes(bad.get("status") == "error")
    out["_user_expressions"] = ue
    for stop in (True, False):
        queue = [k.send("execute_request", execute_content(c, stop_on_error=stop))
                 for c in (snip["error"], snip["trivial"], snip["trivial"])]
        k.collect(queue, 15)
        states = [q.status or "no reply" for q in queue]
        out[f"stop_on_error={stop}: queued cells"] = ",".join(states[1:])
        time.sleep(0.3)
    # introspection
    a = k.ask("history_request", dict(hist_access_type="tail", n=3, raw=True, output=False), 5)
    out["history tail"] = ("no reply" if a.reply is None else f"{len(a.content.get('history', []))} entries")
    a = k.ask("comm_info_request", {}, 5)
    out["comm_info"] = "no reply" if a.reply is None else yes("comms" in a.content)
    a = k.ask("comm_open", {"comm_id": "kb", "target_name": "nobody", "data": {}}, 3, need_reply=False)
    out["comm_open unknown target: comm_close sent"] = yes(a.of("comm_close"))
    a = k.ask("kb_unknown_request", {}, 2, need_reply=False)
    out["unknown message: goes idle"] = yes(a.idle_s is not None)
    if not k.usable(snip, 5):
        out["unknown message: goes idle"] += ", then unusable"
        fresh()
        k.execute(snip["define"])
    # errors
    for kind in ("runtime_error", "compile_error"):
        a = k.execute(snip[kind])
        err = (a.of("error") or [{}])[0]
        text = "\n".join(err.get("traceback", []))
        want = snip[kind.replace("error", "line")]
        plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
        marks = [rf"line {want}\b", rf":{want}\b", rf"{want}:", rf"\b{want}\s*\|"]
        out[f"{kind}: right line named"] = yes(any(re.search(m, plain) for m in marks))
        out["_" + kind] = {"ename": err.get("ename"), "evalue": err.get("evalue"), "traceback": plain,
                           "reply": a.content}
    # input
    a = k.execute(snip["read"], 6, text="hello kb")
    out["input_request"] = yes(a.inputs and "hello kb" in str(a.result))
    if a.idle_s is None:
        fresh()
    a = k.execute(snip["read"], 5, allow_stdin=False)
    out["allow_stdin=False: fails at once"] = "hangs" if a.idle_s is None else (
        "asks anyway" if a.inputs else yes(a.status == "error"))
    if a.idle_s is None:
        fresh()
    if snip.get("password"):
        a = k.execute(snip["password"], 6, text="sesame")
        out["password input"] = (yes(a.inputs and a.inputs[0].get("password")) if a.inputs
                                 else f"no ({a.content.get('ename') or a.status})")
        if a.idle_s is None:
            fresh()
    # output of a thread that outlives its cell
    a = k.execute(snip["late"], 10)
    time.sleep(0.9)
    b = Answer(a.msg_id, a.sent)
    k.collect(b, 1.0)
    out["late thread output reaches its cell"] = yes("LATE" in a.stream() + b.stream())
    # control channel
    a = k.ask("kernel_info_request", {}, 3, channel="control", need_idle=False)
    out["kernel_info on control"] = yes(a.reply is not None)
    busy = k.send("execute_request", execute_content(snip["long"]))
    k.collect(busy, 0.3)
    a = k.ask("kernel_info_request", {}, 2, channel="control", need_idle=False)
    out["control answers while busy"] = yes(a.reply is not None)
    a = k.ask("complete_request", {"code": snip["complete"], "cursor_pos": len(snip["complete"])}, 1.5, need_idle=False)
    out["completion answers while busy"] = yes(a.reply is not None)
    k.collect(busy, 6)
    features = (k.info or {}).get("supported_features") or []
    out["supported_features"] = ",".join(features) or "none"
    a = k.ask("debug_request", {"type": "request", "seq": 1, "command": "debugInfo", "arguments": {}}, 3,
              channel="control", need_idle=False)
    out["debugInfo"] = yes(a.reply is not None and a.content.get("success"))
    a = k.ask("create_subshell_request", {}, 3, channel="control", need_idle=False)
    out["subshell"] = yes(bool(a.content.get("subshell_id")))
    if not k.usable(snip, 5):
        out["after control messages"] = "unusable"
        fresh()
    # shutdown
    t = now()
    a = k.send("shutdown_request", {"restart": False}, "control")
    k.collect(a, 5, need_idle=False, channel="control")
    while k.km.is_alive() and now() - t < 10:
        time.sleep(0.02)
    out["shutdown_request: reply"] = yes(a.reply is not None)
    out["shutdown_request: process gone, s"] = "never (10 s)" if k.km.is_alive() else round(now() - t, 2)
    k.close()
    return out


def group_faults(start, snip, args):
    out = {}
    small = {"JDK_JAVA_OPTIONS": "-Xmx" + args.heap}          # so that filling the heap is quick

    def survives(label, code, env=None, then=None):
        with start(env) as k:
            k.wait_ready()
            k.execute(snip["define"])
            a = k.execute(code, args.fault_limit)
            if not k.km.is_alive():
                out[label] = "kernel died"
                return
            state = "error reply" if a.status == "error" else f"status {a.status}" if a.idle_s else f"hangs ({args.fault_limit:.0f} s)"
            out["_" + label] = {"reply": a.content, "seconds": a.idle_s}
            ok = k.usable(snip, 10)
            if not ok and then:
                k.execute(then, 10)
                ok = k.usable(snip, 10)
                state += ", after freeing"
            kept = ok and k.execute(snip["use"], 10).result == "42"
            out[label] = f"{state}, {'usable' if ok else 'unusable'}" + (", state lost" if ok and not kept else "")

    survives("stack overflow", snip["stack"])
    survives("out of memory, local", snip["oom_local"], small)
    if snip.get("oom_kept"):
        survives("out of memory, kept in a variable", snip["oom_kept"], small, snip.get("oom_free"))
        survives("out of memory, small objects kept", snip["oom_small"], small, snip.get("oom_free"))
    with start() as k:
        k.wait_ready()
        k.execute(snip["trivial"])
        a = k.execute(snip["exit"], 5)
        end = now() + 3
        while k.km.is_alive() and now() < end:
            time.sleep(0.05)
        out["exit in a cell"] = ("kernel dies" if not k.km.is_alive() else
                                 f"kernel lives, {a.status}" + ("" if k.usable(snip, 5) else ", unusable"))
    return out


GROUPS = {"start": group_start, "latency": group_latency, "endurance": group_endurance, "stdout": group_stdout,
          "interrupt": group_interrupt, "protocol": group_protocol, "faults": group_faults}
TIMED = {"start", "latency", "endurance", "stdout", "interrupt"}


# --------------------------------------------------------------------------------------
@contextlib.contextmanager
def locked(path):
    if not path:
        yield
        return
    import fcntl
    with open(path, "a") as f:
        fcntl.flock(f, fcntl.LOCK_EX)
        yield


def table(results):
    names = list(results)
    rows = []
    for group in GROUPS:
        keys = []
        for r in results.values():
            keys += [k for k in r.get(group, {}) if not k.startswith("_") and k not in keys]
        rows += [(group, key) for key in keys]
    width = max([len(k) for _, k in rows] + [8])
    cols = [max(len(n), 10, *(len(str(results[n].get(g, {}).get(k, ""))) for g, k in rows)) for n in names]
    print(f"{'':{width}}  " + "  ".join(f"{n:>{c}}" for n, c in zip(names, cols)))
    seen = None
    for group, key in rows:
        if group != seen:
            print(f"-- {group}")
            seen = group
        cells = [results[n].get(group, {}).get(key, "") for n in names]
        print(f"{key:{width}}  " + "  ".join(f"{'-' if v is None else str(v):>{c}}" for v, c in zip(cells, cols)))


def measure(name, group, specs, log, args):
    """One group of figures of one kernel; what goes wrong is a figure too."""
    global deadline
    spec = specs.get_kernel_spec(name)
    snip = SNIPPETS[(args.language or spec.language).lower()]
    hung = []

    def start(env=None):
        """A kernel that answers; a start that hangs is counted and tried again."""
        for attempt in range(6):
            k = Kernel(name, specs, env, log)
            if group == "start":                            # measures this itself
                return k
            try:
                k.wait_ready(20)
                return k
            except RuntimeError:
                hung.append(attempt)
                k.close()
        raise RuntimeError("kernel does not start")

    asked = now()
    with locked(args.lock if group in TIMED else None):
        begin = now()
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
        deadline = begin + args.group_limit if group in TIMED else float("inf")
        try:
            figures = GROUPS[group](start, snip, args)
        except Exception as e:                              # keep what the others gave
            figures = {f"{group} failed": f"{type(e).__name__}: {e}"}
    print(f"{name} {group}: {now() - begin:.0f} s (waited {begin - asked:.0f} s)", file=sys.stderr)
    return {**figures, "_load_before": load, "_hung_starts": len(hung)}


def save(path, results):
    """Groups measured now replace those of an earlier run; the others stay."""
    kernels = {}
    if os.path.exists(path):
        with open(path) as f:
            kernels = json.load(f)["kernels"]
    for name, groups in results.items():
        kernels.setdefault(name, {}).update(groups)
    with open(path, "w") as f:
        json.dump({"machine": {"system": platform.platform(), "cpus": os.cpu_count(),
                               "python": platform.python_version()},
                   "when": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "kernels": kernels},
                  f, indent=1, default=str)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("kernels", nargs="+", help="kernelspec names (with --merge: JSON files)")
    ap.add_argument("--kernel-dir", action="append", default=[], help="directory of kernelspec directories")
    ap.add_argument("--language", help="use this snippet table whatever the kernelspec says")
    ap.add_argument("--only", default=",".join(GROUPS), help="groups to run, with commas")
    ap.add_argument("--starts", type=int, default=5, help="cold starts (median is reported)")
    ap.add_argument("--trips", type=int, default=200, help="trivial executes")
    ap.add_argument("--paced", type=int, default=60, help="trivial executes after a random pause")
    ap.add_argument("--endurance", type=int, default=5000, help="cells of the long session")
    ap.add_argument("--endurance-limit", type=float, default=100, help="seconds they may take")
    ap.add_argument("--heap", default="512m", help="JVM heap limit in the out-of-memory tests")
    ap.add_argument("--fault-limit", type=float, default=40, help="seconds a faulting cell may take")
    ap.add_argument("--group-limit", type=float, default=150, help="seconds a timed group may take")
    ap.add_argument("--lock", help="file to lock (flock) around each timed group")
    ap.add_argument("--log", help="file for the kernels' own stdout and stderr")
    ap.add_argument("--json", help="write everything here, raw replies included")
    ap.add_argument("--merge", action="store_true", help="only print a table from saved --json files")
    args = ap.parse_args()

    if args.merge:
        merged = {}
        for path in args.kernels:
            with open(path) as f:
                for name, groups in json.load(f)["kernels"].items():
                    merged.setdefault(name, {}).update(groups)
        table(merged)
        return

    specs = KernelSpecManager()
    specs.kernel_dirs[:0] = [os.path.abspath(d) for d in args.kernel_dir]
    log = open(args.log, "ab") if args.log else subprocess.DEVNULL
    groups = [g.strip() for g in args.only.split(",") if g.strip()]
    results = {name: {} for name in args.kernels}
    for group in groups:                                    # kernels take turns: a busy minute hits them all
        for name in args.kernels:
            results[name][group] = measure(name, group, specs, log, args)
            if args.json:                                   # each time: a crash loses little
                save(args.json, results)
    table(results)


if __name__ == "__main__":
    main()
