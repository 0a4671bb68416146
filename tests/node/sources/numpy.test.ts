import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { itIf } from '../../support/conditions'
import { numpy, pythonJson } from '../../support/python'
import { linesOf, opened, problemOf } from '../../support/sources'

/** An npy file with the given numbers after its header. */
function npy(descr: string, shape: string, numbers: ArrayBufferView, fortran = 'False'): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': ${shape}, }\n`
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), Uint8Array.from([header.length, 0]), Buffer.from(header), bytes])
}

describe('arrays of NumPy', () => {
  test.each([
    ['numbers', npy('<f8', '(2, 2)', Float64Array.from([1, 2.5, NaN, 0.1])), ['x0,x1', '1,2.5', ',0.1']],
    ['columns first', npy('<f8', '(2, 2)', Float64Array.from([1, NaN, 2.5, 0.1]), 'True'), ['x0,x1', '1,2.5', ',0.1']],
    ['32 bits, exactly', npy('<f4', '(1,)', Float32Array.from([0.1])), ['x', '0.10000000149011612']],
    ['the other order of bytes', npy('>i2', '(2,)', Uint8Array.from([0, 1, 255, 255])), ['x', '1', '-1']],
    ['64-bit integers', npy('<i8', '(1,)', BigInt64Array.from([9187643043065364481n])), ['x', '9187643043065364481']],
    ['truth values', npy('|b1', '(2,)', Uint8Array.from([1, 0])), ['x', 'TRUE', 'FALSE']],
    ['texts', npy('<U2', '(2,)', Uint32Array.from([0x59d3, 0x540d, 97, 0])), ['x', '姓名', 'a']],
    ['images', npy('|u1', '(2, 1, 2)', Uint8Array.from([1, 2, 3, 4])), ['x0,x1', '1,2', '3,4']]
  ])('of %s', async (_, file, lines) => {
    expect(await linesOf(file)).toEqual(lines)
  })

  test('stand side by side where they are as long, and the others are named', async () => {
    const file = zipSync({
      'X.npy': npy('<f8', '(2, 2)', Float64Array.from([1, 2, 3, 4])),
      'y.npy': npy('|u1', '(2,)', Uint8Array.from([0, 1])),
      'z.npy': npy('|u1', '(1,)', Uint8Array.from([7]))
    })
    const { notes } = await opened(file)
    expect(await linesOf(file)).toEqual(['X0,X1,y', '1,2,0', '3,4,1'])
    expect(notes().map(({ code }) => code)).toEqual(['note.source'])
    const read = await opened(file)
    for await (const _ of read.pieces) continue
    expect(read.notes()).toContainEqual({ code: 'note.arrays-left-out', details: { name: 'file', arrays: 'z' } })
  })

  test('of other things, cut or empty, are refused', async () => {
    expect(await problemOf(npy('|O', '(1,)', new Uint8Array(8)))).toMatchObject({ code: 'data.array-type', details: { type: '|O' } })
    expect(await problemOf(npy('<c16', '(1,)', new Uint8Array(16)))).toMatchObject({ code: 'data.array-type' })
    expect(await problemOf(npy('<f8', '(3,)', new Float64Array(2)))).toMatchObject({ code: 'format.size' })
    expect(await problemOf(npy('<f8', '(0, 2)', new Float64Array(0)))).toMatchObject({ code: 'data.empty-file' })
  })

  itIf(numpy, 'as NumPy itself saves them', async () => {
    const script = `
import io, json, numpy as np
rng = np.random.RandomState(0)
def saved(write):
    file = io.BytesIO(); write(file); return file.getvalue().hex()
X = rng.randn(20, 3); y = np.arange(20) % 3
print(json.dumps({'npz': saved(lambda f: np.savez_compressed(f, X=X, y=y)), 'rows': [[*map(float, row), float(label)] for row, label in zip(X, y)]}))`
    const { npz, rows } = pythonJson(numpy, script) as { npz: string; rows: number[][] }
    const [names, ...lines] = await linesOf(Buffer.from(npz, 'hex'))
    expect(names).toBe('X0,X1,X2,y')
    expect(lines.map((line) => line.split(',').map(Number))).toEqual(rows)
  })
})
