"""PyTorch's loss curves and layers' outputs, as lines `name numbers`.

pip install torch; python torch_training.py > ../resources/torch-training.txt
A net 6-8-3 on 20 made examples, 50 steps from the same weights with each optimiser, in float64.
"""
import math
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(shape, phase, scale=1.0):
    n = math.prod(shape)
    return torch.tensor([scale * math.sin(1.7 * i + phase) for i in range(n)]).reshape(shape)


X = numbers((20, 6), 0.3)
LABELS = torch.tensor([(i * i + i // 3) % 3 for i in range(20)])
OPTIMISERS = {
    "sgd": lambda p: torch.optim.SGD(p, 0.5),
    "momentum": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, 0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
    "rmsprop": lambda p: torch.optim.RMSprop(p, 0.01),
    "adam": lambda p: torch.optim.Adam(p, 0.02),
    "adamw": lambda p: torch.optim.AdamW(p, 0.02, weight_decay=0.1),
}


def show(name, values):
    print(name, " ".join(repr(v) for v in values))


print("# PyTorch", torch.__version__.split("+")[0])
for name, make in OPTIMISERS.items():
    p = [numbers((6, 8), 1, 0.4), numbers((8,), 2, 0.1), numbers((8, 3), 3, 0.4), numbers((3,), 4, 0.1)]
    for t in p:
        t.requires_grad_()
    o = make(p)
    losses = []
    for _ in range(50):
        o.zero_grad()
        loss = F.cross_entropy(torch.tanh(X @ p[0] + p[1]) @ p[2] + p[3], LABELS)
        loss.backward()
        o.step()
        losses.append(loss.item())
    show(name, losses)

lstm = torch.nn.LSTM(3, 4, batch_first=True)
with torch.no_grad():
    lstm.weight_ih_l0.copy_(numbers((3, 16), 1, 0.5).T)
    lstm.weight_hh_l0.copy_(numbers((4, 16), 2, 0.5).T)
    lstm.bias_ih_l0.copy_(numbers((16,), 3, 0.5))
    lstm.bias_hh_l0.zero_()
show("lstm", lstm(numbers((2, 5, 3), 0.3))[0].reshape(-1).tolist())

attention = torch.nn.MultiheadAttention(6, 2, batch_first=True)
with torch.no_grad():
    attention.in_proj_weight.copy_(numbers((6, 18), 1, 0.5).T)
    attention.in_proj_bias.copy_(numbers((18,), 2, 0.5))
    attention.out_proj.weight.copy_(numbers((6, 6), 3, 0.5).T)
    attention.out_proj.bias.copy_(numbers((6,), 4, 0.5))
x = numbers((2, 4, 6), 0.3)
mask = torch.triu(torch.ones(4, 4, dtype=torch.bool), 1)
show("attention", attention(x, x, x, need_weights=False)[0].reshape(-1).tolist())
show("causal", attention(x, x, x, attn_mask=mask, need_weights=False)[0].reshape(-1).tolist())

a, b = numbers((4, 3), 0.3, 2), numbers((4, 3), 0.9)
show("meanSquare", [F.mse_loss(a, b).item()])
show("meanAbsolute", [F.l1_loss(a, b).item()])
show("huber", [F.huber_loss(a, b, delta=0.7).item()])
show("softCrossEntropy", [F.cross_entropy(a, b.softmax(-1)).item()])
show("binaryCrossEntropy", [F.binary_cross_entropy_with_logits(a, b.sigmoid()).item()])
show("divergence", [F.kl_div(a.log_softmax(-1), b.log_softmax(-1), reduction="batchmean", log_target=True).item()])
g = [numbers((4, 3), 0.3), numbers((5,), 0.9)]
ps = [torch.zeros_like(t, requires_grad=True) for t in g]
for q, t in zip(ps, g):
    q.grad = t.clone()
norm = torch.nn.utils.clip_grad_norm_(ps, 1.5).item()
show("clip", [norm] + ps[0].grad.reshape(-1).tolist() + ps[1].grad.tolist())
