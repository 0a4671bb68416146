import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { weightFormatNames, weightFormats, type StoredTensor, type WeightFormatName } from '#core'
import { itIf } from '../../support/conditions'
import { numpy, pythonJson } from '../../support/python'
import { anyWeights, sampleWeights } from '../../support/weights'

const folder = mkdtempSync(join(tmpdir(), 'weights-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The outside reader of each format; every script prints {name: {shape, dtype, hex}} and the description. */
const readers: Readonly<Record<WeightFormatName, string>> = {
  safetensors: `
import json, struct, sys, numpy as np
raw = open(sys.argv[1], 'rb').read()
n = struct.unpack('<Q', raw[:8])[0]
assert n % 8 == 0
header = json.loads(raw[8:8 + n])
meta = json.loads(header.pop('__metadata__')['metadata'])
body = raw[8 + n:]
arrays = {k: np.frombuffer(body[v['data_offsets'][0]:v['data_offsets'][1]], {'F32': '<f4', 'F64': '<f8'}[v['dtype']]).reshape(v['shape'])
          for k, v in header.items()}`,
  npz: `
import json, struct, sys, numpy as np
file = np.load(sys.argv[1], allow_pickle=False)
meta = json.loads(bytes(file['metadata']))
arrays = {k: file[k] for k in file.files if k != 'metadata'}`,
  json: `
import json, struct, sys, numpy as np
meta = json.load(open(sys.argv[1], encoding='utf-8'))
arrays = {k: np.array(v['data'], dtype=v['dtype']).reshape(v['shape']) for k, v in meta.pop('tensors').items()}`
}
/** The digest in a file, computed anew from nothing but its description in the source. */
const verify = `
import hashlib
def canonical(value):
  if isinstance(value, (int, float)) and not isinstance(value, bool): return struct.pack('<d', value).hex()
  if isinstance(value, list): return '[' + ','.join(map(canonical, value)) + ']'
  if not isinstance(value, dict): return json.dumps(value, ensure_ascii=False)
  keys = sorted(value, key=lambda key: key.encode('utf-16-be'))
  return '{' + ','.join(json.dumps(key, ensure_ascii=False) + ':' + canonical(value[key]) for key in keys) + '}'
stored, digest = meta.pop('sha256'), hashlib.sha256()
for name, a in sorted(arrays.items()):
  digest.update((json.dumps([name, a.dtype.name, list(a.shape)], separators=(',', ':')) + '\\n').encode())
  digest.update(a.tobytes())
digest.update(canonical(meta).encode())
assert digest.hexdigest() == stored, (digest.hexdigest(), stored)`
const printAll = `
print(json.dumps({'meta': meta, 'arrays': [[k, list(a.shape), a.dtype.str, a.tobytes().hex()] for k, a in arrays.items()]}))`

function inHex({ name, shape, data }: StoredTensor) {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return [name, shape, data instanceof Float32Array ? '<f4' : '<f8', bytes.toString('hex')]
}

describe.each(weightFormatNames)('%s', (name) => {
  const format = weightFormats[name]

  it('reads back every bit it wrote', () => {
    fc.assert(
      fc.property(anyWeights, (file) => {
        const back = format.read(format.write(file))
        expect(back.metadata).toEqual(file.metadata)
        expect(back.tensors.map(inHex)).toEqual(file.tensors.map(inHex))
      })
    )
  })

  it('gives the same bytes for the same weights', () => {
    expect(format.write(sampleWeights)).toEqual(format.write(sampleWeights))
  })

  itIf(numpy, 'is read bit for bit by Python with numpy', () => {
    const path = join(folder, `网络.${format.extension}`)
    writeFileSync(path, format.write(sampleWeights))
    const script = `${readers[name]}\n${verify}\n${printAll}`
    expect(pythonJson(numpy, script, path)).toEqual({ meta: sampleWeights.metadata, arrays: sampleWeights.tensors.map(inHex) })
  })

  it.each([NaN, Infinity, -Infinity])('refuses to write %s and names the tensor', (value) => {
    const tensors = [{ name: 'W1', shape: [1, 2], data: Float64Array.of(1, value) }]
    expect(() => format.write({ ...sampleWeights, tensors })).toThrow(`Element 1 of tensor W1 is ${value}`)
  })

  it('refuses a description that is not one of a network', () => {
    const other = format.write({ ...sampleWeights, metadata: { format: 'something-else' } })
    expect(() => format.read(other)).toThrow('metadata.format is "something-else"; expected "backprop-lab-weights"')
    const later = format.write({ ...sampleWeights, metadata: { ...sampleWeights.metadata, version: 2 } })
    expect(() => format.read(later)).toThrow('metadata.version is 2; expected 1')
  })

  it('refuses every file that is cut short, and never anything but a format error', () => {
    const bytes = format.write(sampleWeights)
    for (let length = 0; length < bytes.length - 1; length++) {
      expect(() => format.read(bytes.subarray(0, length))).toThrow(expect.objectContaining({ kind: 'format' }))
    }
  })

  it('answers a file with changed bytes with weights or a format error, never with another error', () => {
    const bytes = format.write(sampleWeights)
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = bytes.slice()
        for (const [at, by] of changes) damaged[at] ^= by
        try {
          for (const { data } of format.read(damaged).tensors) expect(data.every(Number.isFinite)).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ kind: 'format' })
        }
      }),
      { numRuns: 500 }
    )
  })
})
