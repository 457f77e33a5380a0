"""PyTorch's values and gradients of the operations, as lines `case what shape numbers`.

pip install torch; python torch_values.py > ../resources/torch-values.txt
Each case is weighed by fixed numbers and summed; gradients are of that sum. Inputs come from a fixed
sequence, so that the test can make them too: x[i] = scale·sin(1.7·i + phase) + shift.
"""
import math
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(shape, phase, scale=1.0, shift=0.0):
    n = math.prod(shape)
    return torch.tensor([scale * math.sin(1.7 * i + phase) + shift for i in range(n)]).reshape(shape)


CASES = {
    "add": (lambda a, b: a + b, [((3, 4), 0.1), ((4,), 0.2)]),
    "sub": (lambda a, b: a - b, [((3, 1), 0.1), ((2, 1, 4), 0.2)]),
    "mul": (lambda a, b: a * b, [((3, 4), 0.1), ((3, 1), 0.2)]),
    "div": (lambda a, b: a / b, [((3, 4), 0.1), ((4,), 0.2, 0.5, 2)]),
    "neg": (lambda a: -a, [((5,), 0.1)]),
    "pow": (lambda a: a**3, [((5,), 0.1)]),
    "exp": (torch.exp, [((5,), 0.1)]),
    "expm1": (torch.expm1, [((5,), 0.1)]),
    "log": (torch.log, [((5,), 0.1, 0.5, 2)]),
    "log1p": (torch.log1p, [((5,), 0.1, 0.5)]),
    "sqrt": (torch.sqrt, [((5,), 0.1, 0.5, 2)]),
    "square": (torch.square, [((5,), 0.1)]),
    "reciprocal": (torch.reciprocal, [((5,), 0.1, 0.5, 2)]),
    "abs": (torch.abs, [((5,), 0.1)]),
    "sin": (torch.sin, [((5,), 0.1)]),
    "cos": (torch.cos, [((5,), 0.1)]),
    "tanh": (torch.tanh, [((5,), 0.1)]),
    "sigmoid": (torch.sigmoid, [((5,), 0.1, 3)]),
    "softplus": (F.softplus, [((5,), 0.1, 3)]),
    "relu": (F.relu, [((7,), 0.1)]),
    "leakyRelu": (lambda a: F.leaky_relu(a, 0.1), [((7,), 0.1)]),
    "gelu": (lambda a: F.gelu(a, approximate="tanh"), [((7,), 0.1, 2)]),
    "clamp": (lambda a: a.clamp(-0.5, 0.6), [((7,), 0.1)]),
    "max2": (torch.maximum, [((3, 4), 0.1), ((4,), 0.2)]),
    "min2": (torch.minimum, [((3, 4), 0.1), ((4,), 0.2)]),
    "where": (lambda a, b: torch.where(a > 0.2, a * b, b), [((3, 4), 0.1), ((3, 4), 0.2)]),
    "sum": (lambda a: a.sum(), [((3, 4), 0.1)]),
    "sum0": (lambda a: a.sum(0), [((3, 4, 2), 0.1)]),
    "sum12": (lambda a: a.sum((1, 2)), [((3, 4, 2), 0.1)]),
    "mean1": (lambda a: a.mean(1), [((3, 4, 2), 0.1)]),
    "var": (lambda a: a.var(-1, correction=0), [((3, 4), 0.1)]),
    "norm": (lambda a: a.norm(), [((3, 4), 0.1)]),
    "max1": (lambda a: a.max(1).values, [((3, 4, 2), 0.1)]),
    "min0": (lambda a: a.min(0).values, [((3, 4, 2), 0.1)]),
    "logSumExp": (lambda a: a.logsumexp(1), [((3, 4, 2), 0.1, 4)]),
    "softmax": (lambda a: a.softmax(-1), [((3, 4), 0.1, 4)]),
    "softmax0": (lambda a: a.softmax(0), [((3, 4), 0.1, 4)]),
    "logSoftmax": (lambda a: a.log_softmax(-1), [((3, 4), 0.1, 4)]),
    "crossEntropy": (lambda a: F.cross_entropy(a, torch.tensor([1, 0, 3])), [((3, 4), 0.1, 4)]),
    "reshape": (lambda a: a.reshape(2, -1), [((3, 4), 0.1)]),
    "transpose": (lambda a: a.transpose(0, 2) * 2, [((3, 4, 2), 0.1)]),
    "permute": (lambda a: a.permute(2, 0, 1), [((3, 4, 2), 0.1)]),
    "broadcastTo": (lambda a: a.broadcast_to(2, 3, 4), [((3, 1), 0.1)]),
    "slice": (lambda a: a[:, 1:4:2], [((3, 5), 0.1)]),
    "at": (lambda a: a[1], [((3, 5), 0.1)]),
    "concat": (lambda a, b: torch.cat([a, b, a], 1), [((3, 2), 0.1), ((3, 1), 0.2)]),
    "stack": (lambda a, b: torch.stack([a, b], 1), [((3, 2), 0.1), ((3, 2), 0.2)]),
    "rows": (lambda a: F.embedding(torch.tensor([2, 0, 2, 1]), a), [((3, 2), 0.1)]),
    "pick": (lambda a: a.gather(1, torch.tensor([[1], [0], [3]]))[:, 0], [((3, 4), 0.1)]),
    "scatterRows": (
        lambda a: torch.zeros(4, 2).index_add(0, torch.tensor([2, 0, 2]), a),
        [((3, 2), 0.1)],
    ),
    "matmul": (lambda a, b: a @ b, [((3, 4), 0.1), ((4, 2), 0.2)]),
    "matmulTurned": (lambda a, b: a.T @ b.T, [((4, 3), 0.1), ((2, 4), 0.2)]),
    "matmulVector": (lambda a, b: a @ b, [((3, 4), 0.1), ((4,), 0.2)]),
    "vectorMatmul": (lambda a, b: a @ b, [((4,), 0.1), ((2, 4, 3), 0.2)]),
    "dot": (lambda a, b: a @ b, [((4,), 0.1), ((4,), 0.2)]),
    "batched": (lambda a, b: a @ b, [((2, 3, 4), 0.1), ((2, 4, 2), 0.2)]),
    "batchedWide": (lambda a, b: a @ b, [((2, 1, 3, 4), 0.1), ((3, 4, 2), 0.2)]),
    "batchedOne": (lambda a, b: a @ b, [((2, 3, 4), 0.1), ((4, 2), 0.2)]),
    "einsumAttention": (
        lambda a, b: torch.einsum("bqhd,bkhd->bhqk", a, b),
        [((2, 3, 2, 2), 0.1), ((2, 4, 2, 2), 0.2)],
    ),
    "einsumThree": (
        lambda a, b, c: torch.einsum("ij,jk,k->i", a, b, c),
        [((2, 3), 0.1), ((3, 4), 0.2), ((4,), 0.3)],
    ),
    "einsumTrace": (lambda a: torch.einsum("ii->", a), [((3, 3), 0.1)]),
    "einsumOuter": (lambda a, b: torch.einsum("i,j->ji", a, b), [((3,), 0.1), ((2,), 0.2)]),
    "conv2d": (
        lambda a, b: F.conv2d(a, b, stride=2, padding=1),
        [((2, 2, 5, 5), 0.1), ((3, 2, 3, 3), 0.2)],
    ),
    "maxPool2d": (lambda a: F.max_pool2d(a, 2), [((2, 2, 4, 4), 0.1)]),
    "avgPool2d": (lambda a: F.avg_pool2d(a, 3, 2), [((2, 2, 5, 5), 0.1)]),
    "layerNorm": (
        lambda a, b, c: F.layer_norm(a, (4,), b, c, 1e-5),
        [((3, 4), 0.1), ((4,), 0.2), ((4,), 0.3)],
    ),
}


def line(case, what, t):
    shape = "x".join(str(s) for s in t.shape) or "-"
    print(case, what, shape, " ".join(repr(v) for v in t.detach().reshape(-1).tolist()))


print("# PyTorch", torch.__version__.split("+")[0])
for name, (f, inputs) in CASES.items():
    xs = [numbers(*i).requires_grad_() for i in inputs]
    y = f(*xs)
    loss = (y * numbers(tuple(y.shape), 0.7)).sum()
    loss.backward()
    for x in xs:
        line(name, "input", x)
    line(name, "output", y)
    for x in xs:
        line(name, "gradient", x.grad)
