#!/usr/bin/env bash
# Learns assets/handwriting/characters.model and writes tests/data/handwriting anew (two minutes on
# one processor). Needs npm, node and libeigen3-dev, which nothing else here needs.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" hanzi-writer-data@2.0.1
tar -xzf "$work"/hanzi-writer-data-2.0.1.tgz -C "$work"
node kiosk/recognize/handwriting/training/templates.mjs "$work/package" >"$work/strokes.txt"
cmake --preset release >/dev/null
cmake --build --preset release --target handwriting-train handwriting-sets
build/release/bin/handwriting-train "$work/strokes.txt" assets/handwriting/characters.model
build/release/bin/handwriting-sets "$work/strokes.txt" tests/data/handwriting
