"""What only long use shows: install/test --full runs it."""
import os
import random
import statistics

import pytest
from kernelbench import execute_content, tree_memory
from test_hostile import sign

CELLS = int(os.environ.get("JACOBEAN_SOAK_CELLS", 10_000))
MESSAGES = int(os.environ.get("JACOBEAN_FUZZ_MESSAGES", 20_000))

pytestmark = pytest.mark.skipif(not os.environ.get("JACOBEAN_FULL"), reason="install/test --full runs the long tests")

KINDS = [
    lambda i: "1+1",
    lambda i: f"int soak{i % 20} = {i};",
    lambda i: f"int twice{i % 20}(int x) {{ return 2 * x + {i}; }}",
    lambda i: f"twice{(i - 1) % 20}({i})",
    lambda i: f'for (int i = 0; i < 5; i++) System.out.println("line " + i + " of {i}");',
    lambda i: "List.of(3, 1, 2).stream().sorted().map(x -> x * x).toList()",
    lambda i: f"record Point{i % 20}(int x, int y) {{}}\nnew Point{i % 20}({i}, 2).x()",
    lambda i: "neverDeclared + 1" if i % 50 == 7 else '"a" + "b"',
]


def test_ten_thousand_cells_leave_it_as_quick_and_as_small(fresh):
    kernel = fresh()
    times, memory = [], []
    for i in range(CELLS):
        answer = kernel.execute(KINDS[i % len(KINDS)](i), 60)
        assert answer.idle_s is not None, f"cell {i} hung"
        if i % len(KINDS) == 0:
            times.append(answer.idle_s)
        if i % (CELLS // 20) == 0:
            kernel.run("System.gc();")
            memory.append((i, live(kernel), tree_memory(kernel.km.provisioner.pid)[1]))
    tenth = len(times) // 10
    begin, end = statistics.median(times[tenth:2 * tenth]), statistics.median(times[-tenth:])
    print(f"\n{CELLS} cells: 1+1 takes {begin * 1000:.2f} ms after a tenth of them, {end * 1000:.2f} ms at the end")
    for cell, heap, resident in memory:
        print(f"  after {cell} cells {heap:.1f} MB live, {resident:.0f} MB resident")
    assert end < 1.2 * begin, "slower at the end"
    settled = [heap for cell, heap, _ in memory if cell >= CELLS // 5]
    assert settled[-1] - settled[0] < 8, f"the heap grows: {settled}"


def live(kernel):
    """Megabytes that the collector could not free."""
    return int(kernel.value("(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024")) / 1024


def test_a_hundred_megabytes_of_output_arrive(fresh):
    kernel = fresh()
    lines, line = 1_000_000, "x" * 99
    answer = kernel.send("execute_request", execute_content(
        f'String line = "x".repeat(99); for (int i = 0; i < {lines}; i++) System.out.println(line);'))
    assert kernel.collect(answer, 300)
    text = answer.stream()
    assert len(text) == lines * (len(line) + 1) and set(text[:1000]) == {"x", "\n"}
    print(f"\n100 MB in {answer.idle_s:.1f} s, {tree_memory(kernel.km.provisioner.pid)[1]:.0f} MB resident after")
    assert kernel.value("1 + 1") == "2"


def test_twenty_thousand_odd_messages_harm_nothing(fresh):
    kernel = fresh()
    kernel.run("int kept = 42;")
    chance = random.Random(11)
    good = kernel.kc.session.serialize(kernel.kc.session.msg("kernel_info_request", {}))
    for i in range(MESSAGES):
        send_odd(kernel, chance, good)
        if i % 500 == 0:
            still_answers(kernel)
    still_answers(kernel)


def send_odd(kernel, chance, good):
    socket = kernel.sockets[chance.choice(["shell", "shell", "control", "stdin"])]
    way = chance.randrange(4)
    if way == 0:                                        # bytes changed somewhere in a good message
        frames = [bytearray(frame) for frame in good]
        for _ in range(chance.randrange(1, 6)):
            frame = chance.choice(frames)
            if frame:
                frame[chance.randrange(len(frame))] = chance.randrange(256)
        socket.send_multipart([bytes(frame) for frame in frames])
    elif way == 1:                                      # frames lost, doubled, in another order
        frames = [chance.choice(good) for _ in range(chance.randrange(1, 9))]
        socket.send_multipart(frames)
    elif way == 2:                                      # signed nonsense
        parts = [chance.choice([b"{}", b"[]", b"null", b"{", b'{"msg_id": 1}', chance.randbytes(20),
                                b'{"msg_type":"%s","msg_id":"%d"}' % (chance.choice(TYPES), chance.randrange(10**9))])
                 for _ in range(4)]
        socket.send_multipart(sign(kernel, parts))
    else:                                               # signed, of a known type, with odd fields
        header = b'{"msg_type":"%s","msg_id":"%d","session":"s"}' % (chance.choice(TYPES), chance.randrange(10**9))
        content = b'{"%s":%s}' % (chance.choice(FIELDS), chance.choice(VALUES))
        socket.send_multipart(sign(kernel, [header, b"{}", b"{}", content]))


TYPES = [b"execute_request", b"complete_request", b"inspect_request", b"is_complete_request", b"history_request",
         b"comm_open", b"comm_msg", b"comm_close", b"comm_info_request", b"kernel_info_request", b"input_reply",
         b"interrupt_request", b"debug_request", b"create_subshell_request", b"list_subshell_request", b"nonsense"]
FIELDS = [b"code", b"cursor_pos", b"silent", b"comm_id", b"data", b"hist_access_type", b"user_expressions", b"value"]
VALUES = [b"null", b"-1", b"1e308", b"true", b'""', b'"\\u0000"', b'"%%"', b"[]", b"[[[]]]", b"{}", b'{"a":{"b":[]}}',
          b"99999999999999999999", b'"kept"', b'"\\ud800"']


def still_answers(kernel):
    """An odd message may well be an interrupt, which ends what runs: then the question is asked again."""
    for _ in range(5):
        assert kernel.km.is_alive(), "the kernel died"
        answer = kernel.execute("kept", 60)
        assert answer.idle_s is not None, "no answer among the odd messages"
        if answer.content.get("ename") != "InterruptedException" and answer.status != "aborted":
            break
    assert answer.result == "42", answer.content
