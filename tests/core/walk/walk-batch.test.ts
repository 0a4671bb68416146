import { describe, expect, it } from 'vitest'
import {
  activationNames,
  backward,
  copyOptimizerState,
  copyParameters,
  exactNumber,
  forward,
  gatherSamples,
  lossKinds,
  namedTensors,
  optimizerKinds,
  takeStep,
  Walk,
  walkCost,
  walkTask,
  writtenText,
  type NetworkSpec,
  type Objective,
  type OptimizerSpec,
  type WalkProblem
} from '#core'
import { trainingArithmetic } from '../../../src/core/tensor/arithmetic'
import { calculated } from '../../support/arithmetic'
import { networkOf } from '../../support/problems'
import { numberAt, randomProblem, referenceWalks, walksOf } from '../../support/walks'

/** The tolerance for a tensor's numbers: 1e-12 times the largest of them, or 1. */
function tolerance(numbers: ArrayLike<number>): number {
  return 1e-12 * Array.from(numbers).reduce((top, x) => Math.max(top, Math.abs(x)), 1)
}

const references = referenceWalks().map((one) => [one.case.id, one] as const)

describe('walks computed elsewhere', () => {
  it.each(references)('%s: ids in order, names, formulas and every number', (_id, { case: given, walks }) => {
    walksOf(given).forEach((walk, k) => {
      const wanted = new Set(walks[k].map(({ id }) => id))
      expect(walk.steps.map(({ id }) => id).filter((id) => wanted.has(id))).toEqual(walks[k].map(({ id }) => id))
      for (const theirs of walks[k]) {
        const ours = walk.steps.find(({ id }) => id === theirs.id)
        expect(ours).toMatchObject({ phase: theirs.phase, rule: theirs.rule, formula: theirs.formula, shape: theirs.shape })
        expect(ours?.tex.symbolic).toBe(theirs.tex)
        const numbers = theirs.value.flat()
        const found = walk.tensors.get(theirs.id)?.matrix.data ?? []
        numbers.forEach((x, e) => expect(Math.abs(x - found[e])).toBeLessThanOrEqual(tolerance(numbers)))
      }
    })
  })

  it.each(references)('%s: every sum with its terms', (_id, { case: given, walks }) => {
    const [walk] = walksOf(given)
    let compared = 0
    for (const { id, sums = [] } of walks[0]) {
      sums.forEach((ofRow, row) =>
        ofRow.forEach((terms, column) => {
          const { terms: ours, divisor = 1 } = walk.cell({ step: id, row, column })
          expect(ours).toHaveLength(terms.length)
          terms.forEach(({ factors, values, product }, t) => {
            compared += 1
            expect(ours[t].factors.map(({ at }) => (at ? [at.row, at.column] : []))).toEqual(factors.map(([, ...at]) => at))
            expect(ours[t].value / divisor).toBeCloseTo(product, 12)
            // The reference writes p − 1 with its 1/N.
            if (id !== 'dZ_out') ours[t].factors.forEach(({ value }, f) => expect(value).toBeCloseTo(values[f], 12))
          })
        })
      )
    }
    expect(compared > 0).toBe(walks[0].some(({ sums }) => sums !== undefined))
  })
})

const optimizers: OptimizerSpec[] = [
  ...optimizerKinds.map((kind) => ({ kind })),
  { kind: 'sgd', momentum: 0.9 },
  { kind: 'sgd', momentum: 0.9, nesterov: true }
]

const regularizations: Objective['regularization'][] = [{}, { l1: 0.02 }, { l2: 0.03 }, { l1: 0.02, l2: 0.03 }]

/** Networks of every activation and loss, between them every optimizer, regularizer, and what else there is. */
const varied = activationNames.flatMap((activation, a) =>
  lossKinds.map((kind, l): readonly [string, WalkProblem] => {
    const at = a * lossKinds.length + l
    const plain = networkOf([3, 4, 3], activation, kind)
    const layers = plain.layers.map((layer, index) => (at % 3 === 0 && index === 0 ? { ...layer, dropout: 0.4 } : layer))
    const network: NetworkSpec = { ...plain, layers, bias: at % 4 !== 1 }
    const classWeights = kind === 'softmax-cross-entropy' && at % 2 === 0 ? { classWeights: [1, 2, 0.5] } : {}
    const numbers = { 'binary-cross-entropy': { positiveWeight: 2.5 }, huber: { delta: 0.7 }, 'multiclass-hinge': { margin: 0.8 } }
    const loss = {
      kind,
      ...classWeights,
      ...(kind in numbers ? numbers[kind as keyof typeof numbers] : {}),
      ...(at % 5 === 4 ? { reduction: 'sum' as const } : {})
    }
    const problem = randomProblem({
      network,
      objective: { loss, regularization: regularizations[at % 4] },
      seed: at + 1,
      optimizer: optimizers[at % optimizers.length],
      clip: at % 2 === 0 ? 0.3 : null,
      notation: (['app', '000', '001', '002'] as const)[at % 4]
    })
    return [`${activation}, ${kind}`, problem]
  })
)

describe('a walk', () => {
  it.each(varied)('has the gradients of the backward pass and the weights of the step, bit for bit: %s', (_name, problem) => {
    for (const precision of ['f64', 'f32'] as const) {
      const parameters = copyParameters(problem.parameters, precision)
      const slots = problem.state?.slots.map((tensor) => tensor.map((slot) => (precision === 'f32' ? Float32Array.from(slot) : slot)))
      const state = { updates: 3, slots: slots ?? [] }
      const walk = new Walk({ ...problem, parameters, state })
      const { network, objective, batch, masks = [], optimizer, learningRate, clip = null } = problem
      const arithmetic = trainingArithmetic[precision]
      const cache = forward(network, parameters, batch.X, 0, masks, arithmetic)
      const { gradients, gradX } = backward(network, parameters, cache, batch.targets, objective, arithmetic)
      for (const { name, matrix } of namedTensors(gradients)) expect(walk.tensors.get(`d${name}`)?.matrix).toEqual(matrix)
      expect(walk.tensors.get('dX')?.matrix).toEqual(gradX)
      const stepped = copyParameters(parameters)
      const after = takeStep(stepped, copyOptimizerState(state), batch, {
        arithmetic,
        network,
        objective,
        optimizer,
        learningRate,
        clip,
        step: 4,
        masks
      })
      expect(walk.tensors.get('L')?.matrix.data[0]).toBe(after.loss)
      for (const { name, matrix } of namedTensors(stepped)) expect(walk.tensors.get(`${name}.new`)?.matrix).toEqual(matrix)
      expect(walk.after).toEqual({ parameters: stepped, state: after.state })
    }
  })

  it.each(varied)('writes every number out so that it adds up: %s', (_name, problem) => {
    const walk = new Walk(problem)
    for (const { id, shape, rule } of walk.steps) {
      const numbers = walk.tensors.get(id)
      const within = tolerance(numbers?.matrix.data.map((x) => x * numbers.scale) ?? [])
      for (let row = 0; row < shape[0]; row++) {
        for (let column = 0; column < shape[1]; column++) {
          const { value, terms, divisor = 1, root, written } = walk.cell({ step: id, row, column })
          const text = writtenText(written, exactNumber)
          expect(Math.abs(calculated(text) - value), `${id}[${row},${column}] = ${text}`).toBeLessThanOrEqual(within)
          if (terms.length === 0) {
            expect(['given', 'clip', 'check', 'elementwise', 'row-sum', 'loss']).toContain(rule)
            continue
          }
          const sum = terms.reduce((total, term) => total + term.value, 0) / divisor
          expect(Math.abs((root ? Math.sqrt(sum) : sum) - value), `${id}[${row},${column}]`).toBeLessThanOrEqual(within)
        }
      }
    }
  })

  it.each(varied)('knows of every number which others it enters: %s', (_name, problem) => {
    const walk = new Walk(problem)
    const stated = new Set<string>()
    const found = new Set<string>()
    for (const [tensor, { matrix }] of walk.tensors) {
      for (let row = 0; row < matrix.rows; row++) {
        for (let column = 0; column < matrix.columns; column++) {
          for (const { step, regions } of walk.entersInto({ tensor, row, column })) {
            for (const { rows, columns } of regions) {
              for (let i = rows[0]; i < rows[1]; i++)
                for (let j = columns[0]; j < columns[1]; j++) stated.add(`${tensor}[${row},${column}] → ${step}[${i},${j}]`)
            }
          }
        }
      }
    }
    const whole = new Set(['clip', 'L.new'])
    for (const { id, shape } of walk.steps) {
      for (let i = 0; i < shape[0]; i++) {
        for (let j = 0; j < shape[1]; j++) {
          for (const { factors } of walk.cell({ step: id, row: i, column: j }).terms) {
            for (const { at } of factors) if (at) found.add(`${at.tensor}[${at.row},${at.column}] → ${id}[${i},${j}]`)
          }
        }
      }
    }
    const ofSums = [...stated].filter((one) => !whole.has(one.slice(one.indexOf('→ ') + 2).replace(/\[.*/, '')))
    expect(ofSums.sort()).toEqual([...found].sort())
  })

  it.each(varied)('stands beside a difference quotient that agrees: %s', (_name, problem) => {
    const walk = new Walk(problem)
    let compared = 0
    for (const { id, phase, shape } of walk.steps) {
      if (phase !== 'backward') continue
      for (let row = 0; row < shape[0]; row++) {
        for (let column = 0; column < shape[1]; column++) {
          const { value, difference } = walk.cell({ step: id, row, column })
          if (!difference || difference.crossedKink) continue
          compared += 1
          expect(Math.abs(difference.numeric - value), `${id}[${row},${column}]`).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)))
        }
      }
    }
    expect(compared).toBeGreaterThan(20)
  })
})

describe('a walk of another size', () => {
  const softmax: Objective = { loss: { kind: 'softmax-cross-entropy' }, regularization: { l2: 0.01 } }

  it('goes through twelve layers', () => {
    const walk = new Walk(
      randomProblem({
        network: networkOf([3, ...Array.from({ length: 11 }, () => 4), 2], 'tanh', 'softmax-cross-entropy'),
        objective: softmax
      })
    )
    expect(walk.steps.filter(({ id }) => /^dW\d+$/.test(id)).map(({ id }) => id)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((l) => `dW${l}`)
    )
    expect(walk.firstNotFinite).toBeNull()
  })

  it('needs no hidden layer, no bias and no second row', () => {
    const network: NetworkSpec = { ...networkOf([3, 2], 'relu', 'softmax-cross-entropy'), bias: false }
    const walk = new Walk(randomProblem({ network, objective: softmax, rows: 1 }))
    expect(walk.steps.map(({ id }) => id).filter((id) => id.includes('b') || id.includes('J'))).toEqual(['J0'])
    expect(walk.cell({ step: 'dW1.data', row: 0, column: 0 }).terms).toHaveLength(1)
  })

  it('takes thousands of rows, and shows the Jacobians of the first', () => {
    const walk = new Walk(randomProblem({ network: networkOf([3, 4, 2], 'tanh', 'softmax-cross-entropy'), objective: softmax, rows: 3000 }))
    expect(walk.cell({ step: 'dW1.data', row: 0, column: 0 }).terms).toHaveLength(3000)
    expect(walk.steps.filter(({ rule }) => rule === 'jacobian')).toHaveLength(64)
  })

  it('tells steps from their details and from the long way', () => {
    const { steps } = new Walk(
      randomProblem({ network: networkOf([3, 4, 2], 'tanh', 'softmax-cross-entropy'), objective: softmax, rows: 1 })
    )
    const of = (level: string) => steps.filter((step) => step.level === level).map(({ id }) => id)
    expect(of('long')).toEqual(['dP', 'J0'])
    expect(of('detail')).toEqual([
      'max',
      'D',
      'E',
      'sumE',
      'Y',
      'ell',
      'sq1',
      'sq2',
      'dW2.data',
      'dW2.reg',
      'slope1',
      'dW1.data',
      'dW1.reg'
    ])
    expect(steps.filter(({ why }) => why !== null).length).toBeGreaterThan(5)
  })

  it('leaves the long way out where a probability has become 0', () => {
    const problem = randomProblem({ network: networkOf([2, 2], 'relu', 'softmax-cross-entropy'), objective: softmax, rows: 2 })
    problem.parameters[0].W.data.set([2000, 0, 0, 0])
    problem.batch.X.data.set([1, 0, 1, 0])
    const walk = new Walk({ ...problem, batch: { ...problem.batch, targets: { kind: 'classes', classes: Int32Array.of(1, 1) } } })
    expect(walk.steps.some(({ level }) => level === 'long')).toBe(false)
    expect(walk.firstNotFinite).toBeNull()
  })

  it('goes on to its end past a number that is not finite, and names the first', () => {
    const problem = randomProblem({ network: networkOf([2, 3, 2], 'relu', 'softmax-cross-entropy'), objective: softmax })
    const overflowing = copyParameters(problem.parameters)
    overflowing[1].W.data[3] = 1e308
    overflowing[0].W.data.fill(1e200)
    problem.batch.X.data.fill(1)
    const walk = new Walk({ ...problem, parameters: overflowing })
    expect(walk.firstNotFinite).toEqual({ step: 'Z2', row: 0, column: 1 })
    expect(walk.steps.at(-1)?.id).toBe('norm')
    expect(walk.cell({ step: 'dW1', row: 0, column: 0 }).difference).toBeUndefined()
  })

  it('marks a kink: the slope says which branch it takes', () => {
    const problem = randomProblem({ network: networkOf([2, 3, 2], 'relu', 'softmax-cross-entropy'), objective: softmax })
    problem.batch.X.data.fill(0)
    for (const { b } of problem.parameters) b?.data.fill(0)
    const { written, difference, value } = new Walk(problem).cell({ step: 'slope1', row: 0, column: 0 })
    expect(value).toBe(0)
    expect(writtenText(written, exactNumber)).toBe('0 since z=0, at the kink the left branch')
    expect(difference).toEqual({ numeric: 0.5, crossedKink: true })
  })

  it('refuses a step that it does not have', () => {
    const walk = new Walk(randomProblem({ network: networkOf([2, 2], 'relu', 'softmax-cross-entropy'), objective: softmax }))
    expect(() => walk.cell({ step: 'Z9', row: 0, column: 0 })).toThrow('Z9')
  })

  it('names inputs and parameters among its tensors', () => {
    const walk = new Walk(randomProblem({ network: networkOf([2, 2], 'relu', 'softmax-cross-entropy'), objective: softmax }))
    const tensor = walk.tensors.get('W1')
    expect(tensor && numberAt(tensor.matrix, 1, 0)).toBe(numberAt(walk.problem.parameters[0].W, 1, 0))
  })

  it('is made part by part, of as many multiplications as it says, to the same bits', () => {
    const network = networkOf([40, 30, 20], 'tanh', 'softmax-cross-entropy')
    const problem = randomProblem({ network, objective: softmax, rows: 900, precision: 'f32' })
    const task = walkTask(problem)
    let [parts, multiplications] = [0, 0]
    let made = task.next()
    for (; !made.done; made = task.next()) {
      if (made.value > 0) parts++
      multiplications += made.value
    }
    expect(multiplications).toBe(walkCost(problem))
    expect(parts).toBeGreaterThan(15)
    // In one part: the sums over a few rows are those of the same rows among many.
    const rows = [0, 850]
    const alone = new Walk({ ...problem, batch: gatherSamples(problem.batch, rows) })
    for (const id of ['Z1', 'A1', 'Z2', 'P']) {
      const [whole, some] = [made.value, alone].map((walk) => walk.tensors.get(id)?.matrix)
      const { columns, data } = whole ?? { columns: 0, data: [] }
      expect(columns).toBeGreaterThan(0)
      rows.forEach((row, i) =>
        expect(data.slice(row * columns, (row + 1) * columns)).toEqual(some?.data.slice(i * columns, (i + 1) * columns))
      )
    }
    const { gradients } = backward(
      network,
      problem.parameters,
      forward(network, problem.parameters, problem.batch.X, 0, problem.masks, trainingArithmetic.f32),
      problem.batch.targets,
      problem.objective,
      trainingArithmetic.f32
    )
    expect(made.value.tensors.get('dW1')?.matrix.data).toEqual(gradients[0].W.data)
  })
})
