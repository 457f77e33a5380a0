#!/usr/bin/env python3
"""Training steps of small networks beside PyTorch and JAX, in turns, in one run.

    tensorbench.py --classpath CP [--threads 1] [--rounds 3] [case …]

Needs numpy and torch; jax is measured where it is installed. Milliseconds of one step (forward,
backward, SGD), float32: the least and the median over all rounds.
"""
import argparse
import os
import subprocess
import sys
import time

CASES = ["sgemm", "mlp", "cnn", "lstm", "transformer"]


def times(work):
    end = time.perf_counter() + 1.5
    while time.perf_counter() < end:
        work()
    t = []
    for _ in range(400):
        start = time.perf_counter()
        work()
        t.append((time.perf_counter() - start) * 1e3)
    t.sort()
    return t[0], t[len(t) // 2]


def torch_work(case):
    import torch
    import torch.nn as nn
    import torch.nn.functional as F

    torch.manual_seed(1)
    if case == "sgemm":
        a, b = torch.randn(512, 512), torch.randn(512, 512)
        return lambda: a @ b
    labels = lambda n: torch.randint(0, 10, (n,))
    if case == "mlp":
        net, x, y = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)), torch.randn(128, 784), labels(128)
    elif case == "cnn":
        net = nn.Sequential(
            nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(784, 10))
        x, y = torch.randn(32, 1, 28, 28), labels(32)
    elif case == "lstm":
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.lstm, self.out = nn.LSTM(32, 64, batch_first=True), nn.Linear(64, 10)

            def forward(self, x):
                return self.out(self.lstm(x)[0][:, -1])
        net, x, y = Net(), torch.randn(32, 20, 32), labels(32)
    else:
        layer = lambda: nn.TransformerEncoderLayer(128, 4, 512, 0.0, lambda v: F.gelu(v, approximate="tanh"), batch_first=True, norm_first=True)
        layers = nn.ModuleList(layer() for _ in range(4))
        mask = nn.Transformer.generate_square_subsequent_mask(64)
        x = torch.randn(1, 64, 128)
        optimiser = torch.optim.SGD(layers.parameters(), 1e-3)

        def step():
            optimiser.zero_grad()
            h = x
            for one in layers:
                h = one(h, src_mask=mask, is_causal=True)
            h.square().mean().backward()
            optimiser.step()
        return step
    optimiser = torch.optim.SGD(net.parameters(), 1e-3)

    def step():
        optimiser.zero_grad()
        F.cross_entropy(net(x), y).backward()
        optimiser.step()
    return step


def jax_work(case):
    import jax
    import jax.numpy as jnp
    import numpy as np

    r = np.random.default_rng(1)
    normal = lambda *s: jnp.asarray(r.normal(size=s).astype(np.float32))
    if case == "sgemm":
        a, b = normal(512, 512), normal(512, 512)
        f = jax.jit(lambda a, b: a @ b)
        return lambda: f(a, b).block_until_ready()
    if case != "mlp":
        return None
    p = [normal(784, 128) * 0.05, normal(128), normal(128, 10) * 0.1, normal(10)]
    x, y = normal(128, 784), jnp.asarray(r.integers(0, 10, 128))

    def loss(p):
        logits = jax.nn.relu(x @ p[0] + p[1]) @ p[2] + p[3]
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits), y[:, None], 1))

    step = jax.jit(lambda p: jax.tree.map(lambda a, g: a - 1e-3 * g, p, jax.grad(loss)(p)))
    state = [p]

    def run():
        state[0] = jax.block_until_ready(step(state[0]))
    return run


def peer(name, case, threads):
    """In a process of its own, so that each peer has its own threads."""
    code = f"import sys; sys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r}); import tensorbench as b; b.one({name!r}, {case!r}, {threads})"
    env = dict(os.environ, OMP_NUM_THREADS=str(threads), XLA_FLAGS=f"--xla_cpu_multi_thread_eigen={'true' if threads > 1 else 'false'} intra_op_parallelism_threads={threads}")
    r = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env)
    return [float(v) for v in r.stdout.split()[-2:]] if r.returncode == 0 and r.stdout.split() else None


def one(name, case, threads):
    if name == "torch":
        import torch
        torch.set_num_threads(threads)
    work = (torch_work if name == "torch" else jax_work)(case)
    if work:
        print(*times(work))


def ours(classpath, case, threads, java):
    r = subprocess.run([java, "-cp", classpath, "org.jacobean.bench.TensorSteps", str(threads), case], capture_output=True, text=True)
    if r.returncode:
        sys.exit(r.stderr)
    return [float(v) for v in r.stdout.split()[-2:]]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--classpath", required=True)
    a.add_argument("--java", default="java")
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--rounds", type=int, default=3)
    a.add_argument("cases", nargs="*")
    o = a.parse_args()
    print(f"{'case':12}{'ours':>16}{'torch':>16}{'jax':>16}   ours/torch  ours/jax")
    for case in o.cases or CASES:
        least = {}
        for _ in range(o.rounds):
            for name, t in (("ours", ours(o.classpath, case, o.threads, o.java)), ("torch", peer("torch", case, o.threads)), ("jax", peer("jax", case, o.threads))):
                if t:
                    old = least.get(name, t)
                    least[name] = [min(old[0], t[0]), min(old[1], t[1])]
        cell = lambda n: f"{least[n][0]:8.3f}{least[n][1]:8.3f}" if n in least else " " * 16
        ratio = lambda n: f"{least['ours'][0] / least[n][0]:10.2f}" if n in least else " " * 10
        print(f"{case:12}{cell('ours')}{cell('torch')}{cell('jax')}   {ratio('torch')}{ratio('jax')}", flush=True)


if __name__ == "__main__":
    main()
