"""Predicts the rows of a CSV from a file of weights alone, with numpy and nothing of the project: the outside reader of the tests.

usage: predict.py WEIGHTS DATA.csv LINE,LINE,…   prints a JSON array, one entry a line: [prediction, probability, …]
"""
import csv
import json
import struct
import sys

import numpy as np


def load(path):
    if path.endswith('.npz'):
        file = np.load(path, allow_pickle=False)
        return json.loads(bytes(file['metadata'])), {k: file[k] for k in file.files if k != 'metadata'}
    if path.endswith('.json'):
        meta = json.load(open(path, encoding='utf-8'))
        tensors = meta.pop('tensors')
        return meta, {k: np.array(t['data'], dtype=t['dtype']).reshape(t['shape']) for k, t in tensors.items()}
    raw = open(path, 'rb').read()
    (length,) = struct.unpack('<Q', raw[:8])
    header, body = json.loads(raw[8:8 + length]), raw[8 + length:]
    meta = json.loads(header.pop('__metadata__')['metadata'])
    types = {'F32': '<f4', 'F64': '<f8'}
    return meta, {k: np.frombuffer(body[slice(*t['data_offsets'])], types[t['dtype']]).reshape(t['shape']) for k, t in header.items()}


def inputs_of(features, missing, row):
    for feature in features:
        cell = row[feature['name']].strip()
        is_missing = cell.lower() in missing
        value = feature['fill'] if is_missing else cell
        if feature['kind'] == 'number':
            yield (float(value) - feature['mean']) / feature['scale']
        elif feature['encode'] == 'ordinal':
            place = feature['categories'].index(value) if value in feature['categories'] else -1
            yield (place - feature['mean']) / feature['scale']
        else:
            yield from (1.0 if value == category else 0.0 for category in feature['categories'])
        if feature['indicator']:
            yield float(is_missing)


ACTIVATIONS = {
    'linear': lambda z: z,
    'relu': lambda z: np.maximum(z, 0),
    'tanh': np.tanh,
    'sigmoid': lambda z: 1 / (1 + np.exp(-z)),
}

meta, tensors = load(sys.argv[1])
with open(sys.argv[2], newline='', encoding='utf-8-sig') as source:
    rows = list(csv.DictReader(source))
# Line 2 is the first row below the header; the files of the tests have no line ends inside cells.
missing = {token.lower() for token in meta['reading']['missing']}
A = np.array([list(inputs_of(meta['features'], missing, rows[int(line) - 2])) for line in sys.argv[3].split(',')])
for number, layer in enumerate(meta['network']['layers'], 1):
    Z = A @ tensors[f'W{number}'].astype(float) + tensors.get(f'b{number}', np.zeros(1)).astype(float)
    A = ACTIVATIONS[layer['activation']](Z)

classes = meta['classes']
if not classes:
    result = [[float(a * t['scale'] + t['mean']) for a, t in zip(row, meta['targets'])] for row in A]
elif meta['loss']['kind'] == 'binary-cross-entropy':
    result = [[classes[int(p >= 0.5)], 1 - p, p] for p in A[:, 0].tolist()]
else:
    E = np.exp(A - A.max(axis=1, keepdims=True))
    result = [[classes[int(p.argmax())], *p.tolist()] for p in E / E.sum(axis=1, keepdims=True)]
print(json.dumps(result))
