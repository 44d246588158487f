#!/usr/bin/python3
"""Trains the digit net and writes it as C++.

usage: train.py make FILE.npz SEED COUNT [GLARE [ON_LINE]]   strips of generated lines; GLARE: share of the worst with a
                                                     reflection, ON_LINE: share of those right on the number
       train.py train WEIGHTS.pt MINUTES FILE...   trains (goes on when WEIGHTS.pt exists)
       train.py write WEIGHTS.pt digit_net.gen.cpp weights as eight-bit numbers

Needs python3-torch, python3-numpy, python3-opencv, python3-pil and fonts-ocr-b, fonts-dejavu, fonts-noto-cjk.
The net that is checked in, about 50 minutes of one busy core: make seeds 1, 2 and 5 with 8000 strips (GLARE 0.35), 3
with 7000 (0.5) and 7 with 6000 (0.95); train on 1 and 2, then on all, then on all with 7 twice; then 8 with 8000 (0.95,
ON_LINE 0.7) and 16 more minutes on all with 8 twice. Nothing of it is a photo or a number of anybody.
"""
import os
import sys
import time

import numpy as np

import lines


def make(file, seed, count, glare="0.5", on_line="0"):
    rng = np.random.default_rng(int(seed))
    made = [lines.strip(rng, float(glare), float(on_line)) for _ in range(int(count))]
    np.savez(file, images=np.stack([m[0] for m in made]), labels=np.stack([m[1] for m in made]))


def net():
    from torch import nn
    return nn.Sequential(
        nn.Conv2d(1, 12, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(12, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(24, 48, 3, padding=1), nn.ReLU(), nn.MaxPool2d((2, 1)),
        nn.Conv2d(48, 64, (5, 3), padding=(0, 1)), nn.ReLU(),
        nn.Conv2d(64, 64, (1, 3), padding=(0, 1)), nn.ReLU(),
        nn.Conv2d(64, 12, 1))


def read_line(scores):
    """As the program reads: runs of columns that are not blank, the best digit of each."""
    best = scores.argmax(0)
    text, k = "", 0
    while k < len(best):
        if best[k] == lines.BLANK:
            k += 1
            continue
        end = k
        while end < len(best) and best[end] != lines.BLANK:
            end += 1
        text += lines.CLASSES[scores[:lines.BLANK, k:end].sum(1).argmax()]
        k = end
    return text


def truth(labels):
    text, before = "", lines.BLANK
    for label in labels:
        if label != lines.BLANK and before == lines.BLANK:
            text += lines.CLASSES[label]
        before = label
    return text


def train(weights, minutes, files):
    import torch
    from torch.nn import functional
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    parts = [np.load(f) for f in files]
    images = np.concatenate([p["images"] for p in parts])
    labels = np.concatenate([p["labels"] for p in parts])
    held = 300  # never trained on
    model = net()
    if os.path.exists(weights):
        model.load_state_dict(torch.load(weights))
    batch = 32
    start, budget = time.time(), float(minutes) * 60
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-3)
    importance = torch.ones(lines.BLANK + 1)
    step, mean_loss = 0, 0.0
    while time.time() - start < budget:
        done = (time.time() - start) / budget
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * min(1, step / 100 + 0.05) * (1 - done) ** 1.2 + 1e-5
        chosen = rng.integers(held, len(images), batch)
        seen = np.stack([lines.level(images[i]) for i in chosen])[:, None]
        wanted = torch.from_numpy(labels[chosen].astype(np.int64))
        loss = functional.cross_entropy(model(torch.from_numpy(seen)).squeeze(2), wanted, importance)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        mean_loss = 0.98 * mean_loss + 0.02 * loss.item()
        step += 1
        if step % 300 == 0:
            torch.save(model.state_dict(), weights)
            with torch.no_grad():
                seen = np.stack([lines.level(i) for i in images[:held]])[:, None]
                scores = model(torch.from_numpy(seen)).squeeze(2).log_softmax(1).numpy()
            right = np.mean([read_line(s) == truth(l) for s, l in zip(scores, labels[:held])])
            print(f"step {step} loss {mean_loss:.4f} lines right {right:.3f} {time.time() - start:.0f} s", flush=True)
    torch.save(model.state_dict(), weights)


def write(weights, file):
    import torch
    model = net()
    model.load_state_dict(torch.load(weights))
    layers = [m for m in model if hasattr(m, "weight")]
    numbers, scales, biases = [], [], []
    for layer in layers:
        values = layer.weight.detach().numpy()
        values = values.reshape(len(values), -1)
        scale = np.abs(values).max(1) / 127
        numbers += np.rint(values / scale[:, None]).astype(int).ravel().tolist()
        scales += scale.tolist()
        biases += layer.bias.detach().numpy().tolist()

    def table(values, form, per_line):
        rows = [",".join(form(v) for v in values[i:i + per_line]) for i in range(0, len(values), per_line)]
        return ",\n".join(rows)

    with open(file, "w") as out:
        out.write("// Generated by kiosk/recognize/digits/train/train.py; do not edit.\n// clang-format off\n"
                  '#include "kiosk/recognize/digits/digit_net.h"\n\nnamespace chunhui::recognize {\n\n'
                  f"const std::array<int8_t, kNetWeights> kNetWeightTable{{{{\n{table(numbers, str, 40)}}}}};\n\n"
                  f"const std::array<float, kNetChannels> kNetScaleTable{{{{\n{table(scales, lambda v: f'{v:.6e}f', 10)}}}}};\n\n"
                  f"const std::array<float, kNetChannels> kNetBiasTable{{{{\n{table(biases, lambda v: f'{v:.6e}f', 10)}}}}};\n\n"
                  "}  // namespace chunhui::recognize\n")
    print(len(numbers), "weights,", len(scales), "channels")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    command, arguments = sys.argv[1], sys.argv[2:]
    if command == "make":
        make(*arguments)
    elif command == "train":
        train(arguments[0], arguments[1], arguments[2:])
    elif command == "write":
        write(*arguments)
    else:
        sys.exit(__doc__)
