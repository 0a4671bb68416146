import { describe, expect, it } from 'vitest'
import { lessonCase, readAnswerFile, type NetworkCase } from '#core'
import { writeNpy } from '../../../src/core/formats/npy'
import { writeZip } from '../../../src/core/formats/zip'

const svm = lessonCase('L003svm') as NetworkCase
const W = [
  [-4, 2, 2],
  [-2, 1, 1]
]
const bytesOf = (text: string) => new TextEncoder().encode(text)
const csv = `tensor,row,column,gradient\n${W.flatMap((row, i) => row.map((x, j) => `W1,${i},${j},${x}`)).join('\n')}\n`

describe('a file of gradients', () => {
  it.each<[string, Uint8Array]>([
    ['grads.NPZ', writeZip([{ name: 'dW1.npy', bytes: writeNpy({ name: 'dW1', shape: [2, 3], data: Float64Array.from(W.flat()) }) }])],
    ['grads.csv', bytesOf(csv)],
    ['grads.json', bytesOf(JSON.stringify({ gradients: [{ W }] }))]
  ])('is of the kind that its name tells: %s', (name, bytes) => {
    const [{ loss, gradients }] = readAnswerFile(name, bytes, [svm])
    expect({ loss, W: [...gradients[0].W.data] }).toEqual({ loss: null, W: W.flat() })
  })

  it('of arrays answers one case alone', () => {
    expect(() => readAnswerFile('grads.csv', bytesOf(csv), [svm, svm])).toThrow('there are 2')
  })

  it('that is no text is refused by its name', () => {
    expect(() => readAnswerFile('grads.json', Uint8Array.of(0xff, 0xfe, 0xff), [svm])).toThrow('grads.json')
  })
})
