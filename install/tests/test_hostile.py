"""Messages no client should send: answered or dropped, never fatal."""
import hashlib
import hmac
import json
import os
import random

import pytest

DELIMITER = b"<IDS|MSG>"


@pytest.fixture(scope="module")
def wire(notebook):
    notebook.run("int kept = 42;")
    return notebook


def frames(kernel, **changes):
    """A good execute_request's frames, before the changes a test makes."""
    message = kernel.kc.session.msg("execute_request", dict(
        code="int broken = 1;", silent=False, store_history=True, user_expressions={}, allow_stdin=False,
        stop_on_error=True))
    message.update(changes)
    return kernel.kc.session.serialize(message)


def sign(kernel, parts):
    mac = hmac.new(kernel.kc.session.key, digestmod=hashlib.sha256)
    for part in parts:
        mac.update(part)
    return [DELIMITER, mac.hexdigest().encode(), *parts]


def still_well(kernel):
    assert kernel.km.is_alive()
    assert kernel.value("kept", timeout=10) == "42"


@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
def test_a_wrong_signature_is_dropped(wire, channel):
    parts = frames(wire)
    at = parts.index(DELIMITER) + 1
    parts[at] = b"0" * 64
    wire.sockets[channel].send_multipart(parts)
    still_well(wire)
    assert wire.execute("broken").status == "error", "an unsigned cell must not run"


def test_an_empty_signature_is_dropped(wire):
    parts = frames(wire)
    parts[parts.index(DELIMITER) + 1] = b""
    wire.sockets["shell"].send_multipart(parts)
    still_well(wire)


def test_a_replayed_message_runs_once(wire):
    wire.run("int replays = 0;")
    message = wire.kc.session.msg("execute_request", dict(
        code="replays++;", silent=False, store_history=True, user_expressions={}, allow_stdin=False,
        stop_on_error=True))
    parts = wire.kc.session.serialize(message)
    for _ in range(3):
        wire.sockets["shell"].send_multipart(parts)
    assert wire.value("replays") == "1"


@pytest.mark.parametrize("count", range(7))
def test_a_truncated_message_is_dropped(wire, count):
    wire.sockets["shell"].send_multipart(frames(wire)[:count] or [b""])
    still_well(wire)


@pytest.mark.parametrize("part", [b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"msg_id":', b"1e999", b'"text"'])
@pytest.mark.parametrize("place", range(4))
def test_json_of_another_shape_is_answered_or_dropped(wire, place, part):
    parts = [json.dumps(dict(msg_id=os.urandom(8).hex(), msg_type="execute_request", session="s", username="u",
                             date="2026-01-01T00:00:00Z", version="5.3")).encode(), b"{}", b"{}", b"{}"]
    parts[place] = part
    wire.sockets["shell"].send_multipart(sign(wire, parts))
    still_well(wire)


@pytest.mark.parametrize("kind", ["execute_request", "complete_request", "inspect_request", "is_complete_request",
                                  "history_request", "comm_open", "comm_msg", "comm_close", "comm_info_request"])
def test_a_request_without_its_fields_is_answered_or_dropped(wire, kind):
    for content in ({}, {"code": None}, {"code": 7, "cursor_pos": "x"}, {"cursor_pos": -5, "code": "x"},
                    {"cursor_pos": 10**12, "code": "x"}, {"comm_id": [], "data": 3}):
        wire.ask(kind, content, 0.2, need_reply=False)
    still_well(wire)


def test_a_huge_message_is_no_end(wire):
    answer = wire.execute('"' + "x" * 20_000_000 + '".length()', 60)
    assert answer.idle_s is not None
    still_well(wire)


def test_deep_json_is_no_end(wire):
    deep = b"[" * 200_000 + b"]" * 200_000
    header = json.dumps(dict(msg_id="deep", msg_type="execute_request", session="s", username="u", version="5.3")).encode()
    wire.sockets["shell"].send_multipart(sign(wire, [header, b"{}", b"{}", b'{"code":' + deep + b"}"]))
    still_well(wire)


def test_random_frames_are_dropped(wire):
    chance = random.Random(7)
    for _ in range(500):
        wire.sockets[chance.choice(["shell", "control", "stdin"])].send_multipart(
            [chance.randbytes(chance.randrange(40)) for _ in range(chance.randrange(1, 9))])
    still_well(wire)


def test_random_bytes_on_the_ports_are_no_end(wire):
    import socket
    chance = random.Random(8)
    for port in wire.km.ports:
        for _ in range(10):
            with socket.create_connection(("127.0.0.1", port), timeout=2) as raw:
                raw.sendall(chance.randbytes(chance.randrange(1, 200)))
    still_well(wire)
