"""The rest of the protocol: input, history, comms, control, subshells, the end."""
import os
import subprocess
import sys
import time

import pytest


def test_input_is_asked_for_and_given(notebook):
    answer = notebook.execute("new java.util.Scanner(System.in).nextLine()", 10, text="hello")
    assert answer.inputs and answer.result == "hello"


def test_a_password_is_asked_for_as_one(notebook):
    answer = notebook.execute('new String(System.console().readPassword("word? "))', 10, text="sesame")
    assert answer.inputs[0]["password"] is True
    assert answer.inputs[0]["prompt"] == "word? "
    assert answer.result == "sesame"


def test_without_a_reader_input_fails_at_once(notebook):
    answer = notebook.execute("System.in.read()", 5, allow_stdin=False)
    assert answer.status == "error" and not answer.inputs


def test_history_survives_a_restart(fresh, tmp_path):
    first = fresh({"JUPYTER_DATA_DIR": str(tmp_path), "JACOBEAN_HISTORY": str(tmp_path / "history.sqlite")})
    first.run('String marker = "remember me";')
    first.ask("shutdown_request", {"restart": False}, 5, channel="control", need_idle=False)
    second = fresh({"JUPYTER_DATA_DIR": str(tmp_path), "JACOBEAN_HISTORY": str(tmp_path / "history.sqlite")})
    reply = second.ask("history_request", dict(hist_access_type="search", pattern="*remember me*", raw=True,
                                               output=False), 10)
    assert any("remember me" in entry[2] for entry in reply.content["history"])


def test_a_comm_nobody_expects_is_closed(notebook):
    answer = notebook.ask("comm_open", {"comm_id": "c", "target_name": "nobody", "data": {}}, 5, need_reply=False)
    assert answer.of("comm_close")[0]["comm_id"] == "c"
    assert notebook.ask("comm_info_request", {}, 5).content["comms"] == {}


def test_an_unknown_message_ends_idle(notebook):
    assert notebook.ask("no_such_request", {}, 5, need_reply=False).idle_s is not None
    assert notebook.value("1") == "1"


def test_control_is_answered_while_a_cell_runs(notebook):
    busy = notebook.sleeper()
    answer = notebook.ask("kernel_info_request", {}, 30, channel="control", need_idle=False)
    assert answer.reply is not None and busy.reply is None
    notebook.wake(busy)


def test_the_kernel_introduces_itself(notebook):
    info = notebook.ask("kernel_info_request", {}, 5).content
    assert info["protocol_version"] >= "5.5"
    assert info["language_info"]["name"] == "java"
    assert info["language_info"]["mimetype"]
    assert info["banner"]
    assert all(link["url"].startswith("https://") for link in info["help_links"])


def test_a_subshell_answers_while_the_main_shell_is_busy(notebook):
    info = notebook.ask("kernel_info_request", {}, 5).content
    assert "kernel subshells" in info["supported_features"]
    made = notebook.ask("create_subshell_request", {}, 5, channel="control", need_idle=False).content
    busy = notebook.sleeper()
    message = notebook.kc.session.msg("execute_request", dict(
        code="20 + 1", silent=False, store_history=True, user_expressions={}, allow_stdin=False, stop_on_error=True))
    message["header"]["subshell_id"] = made["subshell_id"]
    notebook.kc.session.send(notebook.sockets["shell"], message)
    from kernelbench import Answer, now
    inner = Answer(message["header"]["msg_id"], now())
    assert notebook.collect(inner, 30) and inner.result == "21"
    assert busy.reply is None
    listed = notebook.ask("list_subshell_request", {}, 5, channel="control", need_idle=False).content
    assert made["subshell_id"] in listed["subshell_id"]
    notebook.ask("delete_subshell_request", {"subshell_id": made["subshell_id"]}, 5, channel="control", need_idle=False)
    notebook.wake(busy)


def test_shutdown_does_not_wait_for_a_thread_that_runs_on(fresh):
    kernel = fresh()
    kernel.run("new Thread(() -> { while (true); }).start();")
    begin = time.monotonic()
    answer = kernel.ask("shutdown_request", {"restart": False}, 30, channel="control", need_idle=False)
    while kernel.km.is_alive() and time.monotonic() - begin < 30:
        time.sleep(0.02)
    assert answer.content["status"] == "ok"
    assert time.monotonic() - begin < 5, "within a second where the machine has time: see docs/benchmarks.md"


@pytest.mark.skipif(sys.platform == "win32", reason="processes have no parent to lose there")
def test_the_kernel_ends_when_its_parent_does(tmp_path):
    script = ("import sys; from jupyter_client import KernelManager\n"
              "km = KernelManager(kernel_name='jacobean'); km.start_kernel()\n"
              "kc = km.blocking_client(); kc.start_channels(); kc.wait_for_ready(60)\n"
              "print(km.provisioner.pid, flush=True); import os; os._exit(0)")
    pid = int(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=90).stdout)
    end = time.monotonic() + 60
    while time.monotonic() < end and alive(pid):
        time.sleep(0.1)
    assert not alive(pid)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout[:1] not in ("", "Z")
