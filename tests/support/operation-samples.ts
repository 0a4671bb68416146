import { operations, zeros, type Axis, type Matrix, type Operation, type OperationName, type Random } from '#core'

/** An operation with inputs that it is smooth at. */
export interface OperationSample {
  readonly operation: Operation
  readonly inputs: readonly Matrix[]
}

type Samples = (random: Random) => OperationSample[]

export function drawn(rows: number, columns: number, draw: () => number): Matrix {
  const result = zeros(rows, columns)
  for (let e = 0; e < result.data.length; e++) result.data[e] = draw()
  return result
}

/** Normal numbers, none nearer than 0.01 to any of the given kinks. */
export function normals(random: Random, rows: number, columns: number, kinks: readonly number[] = []): Matrix {
  const isNear = (x: number) => kinks.some((kink) => Math.abs(x - kink) < 0.01)
  const draw = (): number => {
    const x = random.normal()
    return isNear(x) ? draw() : x
  }
  return drawn(rows, columns, draw)
}

/** Between 0.1 and 3. */
function positives(random: Random, rows: number, columns: number): Matrix {
  return drawn(rows, columns, () => 0.1 + 2.9 * random.uniform())
}

/** One normal input off the kinks. */
function unary(operation: Operation, kinks: readonly number[] = []): Samples {
  return (random) => [{ operation, inputs: [normals(random, 3, 4, kinks)] }]
}

function unaryOfPositive(operation: Operation): Samples {
  return (random) => [{ operation, inputs: [positives(random, 3, 4)] }]
}

/** Two normal inputs of one shape. */
function binary(operation: Operation): Samples {
  return (random) => [{ operation, inputs: [normals(random, 3, 4), normals(random, 3, 4)] }]
}

function overEveryAxis(operationOver: (over: Axis) => Operation): Samples {
  const axes: readonly Axis[] = ['all', 'rows', 'columns']
  return (random) => axes.map((over) => ({ operation: operationOver(over), inputs: [normals(random, 3, 4)] }))
}

/** Inputs for every operation of the catalogue; the type makes one without an entry a compile error. */
export const operationSamples: Record<OperationName, Samples> = {
  negate: unary(operations.negate),
  exp: unary(operations.exp),
  ln: unaryOfPositive(operations.ln),
  sqrt: unaryOfPositive(operations.sqrt),
  square: unary(operations.square),
  sin: unary(operations.sin),
  cos: unary(operations.cos),
  abs: unary(operations.abs, [0]),
  sign: unary(operations.sign, [0]),
  clamp: unary(operations.clamp(-0.5, 0.5), [-0.5, 0.5]),
  between: unary(operations.between(-0.5, 0.5), [-0.5, 0.5]),
  rowMax: unary(operations.rowMax),
  rowMaxShare: unary(operations.rowMaxShare),
  softmax: unary(operations.softmax),
  logSoftmax: unary(operations.logSoftmax),
  transpose: unary(operations.transpose),
  slice: (random) =>
    [
      [1, 2],
      [2, null],
      [null, 3]
    ].map(([row, column]) => ({ operation: operations.slice(row, column), inputs: [normals(random, 3, 4)] })),
  gather: (random) => [{ operation: operations.gather([2, 0, 2]), inputs: [normals(random, 3, 4)] }],
  sum: overEveryAxis(operations.sum),
  mean: overEveryAxis(operations.mean),
  broadcast: (random) =>
    [
      [1, 4],
      [3, 1],
      [1, 1],
      [3, 4]
    ].map(([rows, columns]) => ({
      operation: operations.broadcast(3, 4),
      inputs: [normals(random, rows, columns)]
    })),
  add: binary(operations.add),
  subtract: binary(operations.subtract),
  multiply: binary(operations.multiply),
  max: binary(operations.max),
  min: binary(operations.min),
  greater: binary(operations.greater),
  divide: (random) => [{ operation: operations.divide, inputs: [normals(random, 3, 4), positives(random, 3, 4)] }],
  power: (random) => [{ operation: operations.power, inputs: [positives(random, 3, 4), normals(random, 3, 4)] }],
  powerTerm: (random) =>
    [0, 1, 2].map((logarithms) => ({
      operation: operations.powerTerm(logarithms),
      inputs: [normals(random, 2, 3), positives(random, 2, 3), normals(random, 2, 3)]
    })),
  matmul: (random) => [
    { operation: operations.matmul('none'), inputs: [normals(random, 2, 3), normals(random, 3, 4)] },
    { operation: operations.matmul('left'), inputs: [normals(random, 3, 2), normals(random, 3, 4)] },
    { operation: operations.matmul('right'), inputs: [normals(random, 2, 3), normals(random, 4, 3)] }
  ]
}
