import type { WeightFormat } from '#shared/contract'
import { numpy, pythonJson } from '../../support/python'

/** One test row as numpy predicts it: its line in the CSV, outputs in the data's own units, the predicted class, if any. */
export interface NumpyPrediction {
  readonly row: number
  readonly outputs: readonly number[]
  readonly label: string | null
}

const readers: Readonly<Record<WeightFormat, string>> = {
  safetensors: `
raw = open(sys.argv[1], 'rb').read()
size = struct.unpack('<Q', raw[:8])[0]
header = json.loads(raw[8:8 + size])
meta = json.loads(header.pop('__metadata__')['metadata'])
body = raw[8 + size:]
types = {'F32': '<f4', 'F64': '<f8'}
arrays = {name: np.frombuffer(body[slice(*entry['data_offsets'])], types[entry['dtype']]).reshape(entry['shape'])
          for name, entry in header.items()}`,
  npz: `
file = np.load(sys.argv[1], allow_pickle=False)
meta = json.loads(bytes(file['metadata']))
arrays = {name: file[name] for name in file.files if name != 'metadata'}`,
  json: `
meta = json.load(open(sys.argv[1], encoding='utf-8'))
arrays = {name: np.array(tensor['data'], dtype=tensor['dtype']).reshape(tensor['shape'])
          for name, tensor in meta['tensors'].items()}`
}

/** A prediction from the file of weights and the rows of the CSV alone, as a reader of its description would write it. */
const predict = `
activations = {'linear': lambda z: z, 'relu': lambda z: np.maximum(z, 0), 'tanh': np.tanh,
               'sigmoid': lambda z: 1 / (1 + np.exp(-z))}
lines = list(csv.DictReader(open(sys.argv[2], encoding='utf-8-sig', newline='')))
answers = []
for row in json.loads(sys.argv[3]):
    cells, inputs = lines[row - 2], []
    for feature in meta['features']:
        if feature['kind'] == 'number':
            inputs.append((float(cells[feature['name']]) - feature['mean']) / feature['scale'])
        else:
            inputs += [float(cells[feature['name']].strip() == category) for category in feature['categories']]
    assert len(inputs) == len(meta['inputs']) == meta['network']['inputs']
    a = np.array(inputs)
    for number, layer in enumerate(meta['network']['layers'], 1):
        a = activations[layer['activation']](a @ arrays[f'W{number}'] + arrays[f'b{number}'])
        assert a.shape == (layer['units'],)
    label = None
    if meta['loss']['kind'] == 'softmax-cross-entropy':
        a = np.exp(a - a.max()) / np.exp(a - a.max()).sum()
        label = meta['classes'][int(a.argmax())]
    elif meta['loss']['kind'] == 'binary-cross-entropy':
        a = np.array([1 - a[0], a[0]])
        label = meta['classes'][int(a[1] >= 0.5)]
    else:
        a = a * meta['target']['scale'] + meta['target']['mean']
    answers.append({'row': row, 'outputs': a.tolist(), 'label': label})
print(json.dumps(answers))`

/** The predictions of numpy with an exported network for rows of a CSV, named by their lines, the header being 1. */
export function predictWithNumpy(format: WeightFormat, weights: string, csv: string, rows: readonly number[]): NumpyPrediction[] {
  const script = `import csv, json, struct, sys, numpy as np${readers[format]}${predict}`
  return pythonJson(numpy, script, weights, csv, JSON.stringify(rows)) as NumpyPrediction[]
}
