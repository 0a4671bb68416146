/** The plan and its layers as the kernels read them (assembly/plan.ts): the names of the fields, in the order they have in memory. */

/** Whole numbers of 32 bits. */
const planWords = [
  'layers',
  'firstLayer',
  'tile',
  'threads',
  'sync',
  'features',
  'X',
  'targets',
  'targetBytes',
  'order',
  'epochOrder',
  'firstRow',
  'input',
  'capacity',
  'panelBytes',
  'loss',
  'readsLogits',
  'lossOptions',
  'averagedPerRow',
  'metric',
  'terms',
  'tails',
  'termBytes',
  'rowLosses',
  'rowScores',
  'optimizer',
  'optimizerContext',
  'squaresSlot',
  'schedule',
  'stepsDone',
  'stepNumber',
  'keepsGradients',
  'items',
  'drops',
  'dropoutSeed',
  'randomState',
  'zeros',
  'transposed',
  'transposedBytes',
  'scratch',
  'scratchBytes',
  'rowSums'
] as const

/** Float64 numbers, after the words, on the next multiple of 8 bytes. */
const planNumbers = ['l1', 'l2', 'clip', 'lossSum', 'scoreSum'] as const

const layerWords = [
  'inputs',
  'units',
  'activation',
  'hasBias',
  'dropped',
  'firstItem',
  'weightPanelBytes',
  'W',
  'gradW',
  'slot1W',
  'slot2W',
  'b',
  'gradB',
  'slot1B',
  'slot2B',
  'Z',
  'A',
  'mask',
  'output',
  'gradZ',
  'flags'
] as const

const layerNumbers = ['rate'] as const

/** Returns the size in bytes of a number of 32-bit words, padded so that the numbers after them are aligned. */
function bytesOfWords(words: number): number {
  return Math.ceil(words / 2) * 8
}

export const PLAN_BYTES = bytesOfWords(planWords.length) + planNumbers.length * 8
export const LAYER_BYTES = bytesOfWords(layerWords.length) + layerNumbers.length * 8

type Word<Names extends readonly string[]> = Names[number]

/** Fields of one record in memory by name. */
export interface Fields<Words extends string, Floats extends string> {
  set(values: { readonly [Name in Words | Floats]?: number }): void
  put(name: Words | Floats, value: number): void
  get(name: Words | Floats): number
}

function fields<Words extends string, Floats extends string>(
  buffer: ArrayBufferLike,
  address: number,
  words: readonly Words[],
  floats: readonly Floats[]
): Fields<Words, Floats> {
  const whole = new Uint32Array(buffer, address, words.length)
  const real = new Float64Array(buffer, address + bytesOfWords(words.length), floats.length)
  const wordAt = new Map<string, number>(words.map((name, i) => [name, i]))
  const realAt = new Map<string, number>(floats.map((name, i) => [name, i]))
  const put = (name: string, value: number): void => {
    const word = wordAt.get(name)
    if (word !== undefined) whole[word] = value
    else real[realAt.get(name) as number] = value
  }
  return {
    set(values) {
      for (const [name, value] of Object.entries<number>(values as Record<string, number>)) put(name, value)
    },
    put,
    get: (name) => {
      const word = wordAt.get(name)
      return word === undefined ? real[realAt.get(name) as number] : whole[word]
    }
  }
}

export type PlanFields = Fields<Word<typeof planWords>, Word<typeof planNumbers>>
export type LayerFields = Fields<Word<typeof layerWords>, Word<typeof layerNumbers>>

export function planFields(buffer: ArrayBufferLike, address: number): PlanFields {
  return fields(buffer, address, planWords, planNumbers)
}

export function layerFields(buffer: ArrayBufferLike, address: number): LayerFields {
  return fields(buffer, address, layerWords, layerNumbers)
}
