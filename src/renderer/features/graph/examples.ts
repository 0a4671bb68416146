import type { ExpressionInputs } from '#core'

/** A program to begin with. */
export interface Example {
  /** A formula, or the program itself where it is short: needs no translation. */
  readonly title: string
  readonly text: string
  readonly inputs: ExpressionInputs
}

const program = (text: string, inputs: ExpressionInputs, title = text): Example => ({ title, text, inputs })

const S = [
  [0.27, 0.665],
  [0.78, -0.185]
]
const X = [
  [1, 2],
  [3, -1],
  [0.5, 4]
]
const W = [
  [0.2, -0.5],
  [0.7, 0.3]
]
const G = [
  [1, -2],
  [0.5, 0],
  [1.5, -1]
]
const M = [
  [1, 2],
  [-1, 0.5]
]
const A = [
  [2, 1],
  [-3, 0.5]
]
const column = (...numbers: number[]) => numbers.map((number) => [number])

/** The programs of the menu, by the heading they stand under. */
export const examples = {
  notes: [
    program('x + y * z', { x: -2, y: 5, z: -4 }),
    program('a = x + 1; b = a * 2; c = -b; d = c + 1; e = d * 2; f = sigmoid(e)', { x: -0.5 }, 'σ(2(−2(x + 1) + 1))'),
    program(
      'z = w0 * x0 + w1 * x1 + w2; a = sigmoid(z); (a - y) ^ 2',
      { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3, y: 1 },
      '(σ(w₀x₀ + w₁x₁ + w₂) − y)²'
    ),
    program('p = sigmoid(z); -(w * y * ln(p) + (1 - y) * ln(1 - p))', { z: 0.4, y: 1, w: 3 }, '−(w·y·ln p + (1 − y)·ln(1 − p))'),
    program('lambda_ * w ^ 2', { lambda_: 0.1, w: 0.7 }, 'λw²'),
    program('y = relu(x); sum(g * y)', { x: column(1, -2, 3, -1), g: column(4, -1, 5, 9) }, 'Σ g ⊙ relu(x)'),
    program(
      'hinge(x @ W, [2])',
      {
        x: [[1, -2, 0.5]],
        W: [
          [0.2, 0.4, -0.1],
          [0.3, -0.2, 0.1],
          [0.5, 0, 0.3]
        ]
      },
      'hinge(xW, 2)'
    ),
    program(
      'h1 = relu(w11 * x1 + w12 * x2); h2 = relu(w21 * x1 + w22 * x2); s = v1 * h1 + v2 * h2; max(0, 1 - y * s)',
      { x1: 1, x2: -0.5, w11: 0.6, w12: -0.4, w21: -0.3, w22: 0.8, v1: 0.5, v2: -0.7, y: 1 },
      'max(0, 1 − y·s), s = v₁h₁ + v₂h₂'
    ),
    program(
      'H = relu(X @ W1 + b1); s = H @ W2 + b2; crossentropy(s, [0, 1]) + 0.1 * (sum(W1 ^ 2) + sum(W2 ^ 2))',
      {
        X: [
          [1, -2],
          [0.5, 1.5]
        ],
        W1: [
          [0.2, -0.4, 0.6],
          [0.5, 0.3, -0.1]
        ],
        b1: [[0.1, -0.2, 0.05]],
        W2: [
          [0.7, -0.3],
          [-0.5, 0.4],
          [0.2, 0.9]
        ],
        b2: [[0.1, -0.1]]
      },
      'L(relu(XW₁ + b₁)W₂ + b₂)'
    )
  ],
  gates: [
    program('(x + y) * 2', { x: 3, y: 4 }),
    program('5 * (x * y)', { x: 2, y: 3 }),
    program('4 * x + 2 * x', { x: 7 }),
    program('x * x', { x: 3 }),
    program('9 * max(x, y)', { x: 5, y: 4 }),
    program('9 * max(x, y)', { x: 5, y: 5 }, '9 * max(x, y), x = y')
  ],
  second: [
    program('(1 - x) ^ 2 + 100 * (y - x ^ 2) ^ 2', { x: -1, y: 2 }),
    program('ln(exp(a) + exp(b) + exp(c))', { a: 1, b: 2, c: 0.5 }),
    program('x ^ y', { x: 2, y: 3 }),
    program('softmax(s)', { s: [[1, 2, 0.5]] }),
    program('sin(t * [1; 2; 3; 4])', { t: 0.5 })
  ],
  matrices: [
    program('dot(a, x)', { a: column(1, -2), x: column(3, 0.5) }, '∇ a.T x = a'),
    program('sum(x ^ 2)', { x: column(1, -2, 3) }, '∇ ‖x‖² = 2x'),
    program('norm(x)', { x: column(3, 4) }, '∇ ‖x‖ = x/‖x‖'),
    program(
      'a.T @ X @ b',
      {
        a: column(1, -2),
        X: [
          [1, 0, 2],
          [-1, 3, 0.5]
        ],
        b: column(2, 1, -1)
      },
      '∇ a.T X b = a b.T'
    ),
    program(
      'x.T @ S @ x',
      {
        x: column(1, -2),
        S: [
          [2, -1],
          [-1, 0.5]
        ]
      },
      '∇ x.T S x = 2Sx, S = S.T'
    ),
    program('x.T @ A @ x', { x: column(1, -2), A }, '∇ x.T A x = (A + A.T) x'),
    program('sum(X * (A @ X))', { X: M, A }, '∇ tr(X.T A X) = (A + A.T) X'),
    program('sum(G * (X @ W))', { X, W, G }, 'Z = XW: ∇X = G W.T, ∇W = X.T G'),
    program('sum(G * (X @ W + b))', { X, W, b: [[0.1, -0.2]], G }, 'Z = XW + b: ∇b = 1.T G'),
    program('sum(G * sigmoid(X))', { X, G }, 'Z = σ(X): ∇X = G ⊙ σ′(X)'),
    program(
      'sum(G * (X * Y))',
      {
        X: M,
        Y: A,
        G: [
          [1, 1],
          [-1, 2]
        ]
      },
      'Z = X ⊙ Y: ∇X = G ⊙ Y'
    ),
    program('sum((A @ x - y) ^ 2)', { A: X, x: column(0.5, -1), y: column(1, 0, 2) }, '∇ ‖Ax − y‖² = 2A.T (Ax − y)'),
    program('crossentropy(S, [0, 1])', { S }, '∇ CE(S) = (P − Y)/N'),
    program('mean((X @ w - y) ^ 2) + 0.1 * sum(w ^ 2)', { X, w: column(0.5, -0.25), y: column(1, 0, 2) }, '∇ (MSE + λ‖w‖²)'),
    program('sum((3 * x ^ 2) ^ 2)', { x: column(1, -2) }, '∇ ‖∇ Σx³‖²')
  ]
} as const satisfies Readonly<Record<string, readonly Example[]>>

export type ExampleGroup = keyof typeof examples
export const exampleGroups = Object.keys(examples) as ExampleGroup[]
