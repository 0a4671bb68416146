import { spawnSync } from 'node:child_process'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { describe, expect, it } from 'vitest'
import { activationNames, explore, flatCode, graphOf, type ExpressionInputs, type TensorValue } from '#core'
import { describeIf } from '../../support/conditions'
import { numpy, pythonJson } from '../../support/python'
import { disagreement, readCases } from '../../support/reference'
import { refusalOf } from '../../support/tables'

type Program = readonly [expression: string, inputs: ExpressionInputs]

const examples = readCases<{ expression: string; inputs: ExpressionInputs }>('backward/graph-examples.json')
const M = [
  [0.4, -1.2],
  [2.5, 0.3]
]

/** The examples of the notes, and programs that between them have every function. */
const programs: readonly Program[] = [
  ...examples.map(({ expression, inputs }): Program => [expression, inputs]),
  ...activationNames.map((name): Program => [`sum(${name.replaceAll('-', '_')}(M) * M)`, { M }]),
  ['sum(exp(M) + sin(M) * cos(M) - sqrt(abs(M)) + ln(M ^ 2) + M.T / 3)', { M }],
  ['sum(max(M, 0.3) + min(M, 1)) + mean(mean(M, 0) * 2) + sum(sum(M, 1) ^ 3)', { M }],
  ['sum(pick(logsoftmax(M), [1, 0])) + norm(M) + dot(M[0], M[1]) + M[0, 1] * M.T[1][0]', { M }],
  ['mse(M, 1) + mae(M, 0.5) + huber(M, 0, 0.5) + bce(M, [1, 0; 0, 1], 3) + hinge(M, [1, 1], 2)', { M }],
  ['x ^ y + lambda * max(x, y) * 求和', { x: 1.5, y: 2.5, lambda: 0.1, 求和: 2 }],
  ['softmax(M) @ [1; 2]', { M }]
]

const flat = (value: TensorValue) => (typeof value === 'number' ? [value] : value.flat())

function expectAnswers([expression, inputs]: Program, printed: unknown): void {
  const found = printed as Record<string, TensorValue>
  const { value, gradients = {} } = graphOf(expression, inputs, { hessian: 'never' })
  expect(disagreement(flat(found.value), flat(value))).toBeLessThanOrEqual(1e-12)
  const used = Object.keys(gradients).filter((name) => name in found)
  for (const name of used) expect(disagreement(flat(found[name]), flat(gradients[name])), name).toBeLessThanOrEqual(1e-12)
  for (const [name, gradient] of Object.entries(gradients))
    if (!(name in found)) expect(flat(gradient).every((slope) => slope === 0)).toBe(true)
}

const codeOf = ([expression, inputs]: Program) => flatCode(explore(expression, inputs))

/** One Python process for all scripts: it runs each by itself, and prints a list of what they printed. */
const ALL = `import json, io, contextlib
answers = []
for script in json.loads(SCRIPTS):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(script, {})
    answers.append(json.loads(out.getvalue()))
print(json.dumps(answers))`

describeIf(numpy, 'the flat code in NumPy', () => {
  it('gives the same values and gradients', () => {
    const scripts = JSON.stringify(JSON.stringify(programs.map((program) => codeOf(program).numpy)))
    const answers = pythonJson(numpy, `SCRIPTS = ${scripts}\n${ALL}`) as unknown[]
    programs.forEach((program, index) => expectAnswers(program, answers[index]))
  })
})

describe('the flat code in TypeScript', () => {
  it('gives the same values and gradients in Node', () => {
    const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 }
    const scripts = programs.map((program) => transpileModule(`{\n${codeOf(program).typescript}\n}`, { compilerOptions }).outputText)
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module'], { input: scripts.join('\n'), encoding: 'utf8' })
    expect(stderr).toBe('')
    const lines = stdout.trim().split('\n')
    programs.forEach((program, index) => expectAnswers(program, JSON.parse(lines[index])))
  })

  it('names every step of a program after it', () => {
    const { numpy, typescript } = codeOf(['z = x * y; z + 1', { x: 2, y: 3 }])
    expect(numpy).toContain('# forward\nz = x * y\nv4 = z + 1\n\n# backward\nd_v4 = 1\nd_z = d_v4\n')
    expect(numpy).toContain('d_x = d_z * y')
    expect(typescript).toContain('const z = multiply(x, y)')
  })

  it('leaves it to the languages to repeat a number', () => {
    expect(codeOf(['sum(2 * M ^ 2)', { M }]).numpy).toMatch(/\nv\d+ = M \*\* 2\nv\d+ = 2 \* v\d+\n/)
  })

  it('is refused where a number is not finite', () => {
    expect(refusalOf(() => flatCode(explore('ln(x)', { x: -1 }))).code).toBe('graph.code-not-finite')
  })
})
