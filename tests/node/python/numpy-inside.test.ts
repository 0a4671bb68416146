import { expect, it } from 'vitest'
import { describeIf } from '../../support/conditions'
import { numpyExpressions, numpyNames } from '../../support/numpy-expressions'
import { numpy, pythonJson } from '../../support/python'
import { pythonForTests, pythonRuntime } from '../../support/python-inside'

const program = `${numpyNames}
def plain(x):
    return np.asarray(x).tolist() if isinstance(x, (np.ndarray, np.generic, list, tuple)) else x
found = []
for text in json.loads(${JSON.stringify(JSON.stringify(numpyExpressions))}):
    try:
        found.append(plain(eval(text)))
    except Exception as error:
        found.append({"error": type(error).__name__, "message": str(error)})
print(json.dumps(found))
`

/** Another order of summation and another exponential differ in the last digits. */
const TOLERANCE = 1e-12

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b))
  return JSON.stringify(a) === JSON.stringify(b)
}

const isError = (value: unknown) => typeof value === 'object' && value !== null && 'error' in value

const both = { met: pythonRuntime.met && numpy.met, reason: pythonRuntime.met ? numpy.reason : pythonRuntime.reason }

describeIf(both, 'NumPy inside', () => {
  const python = pythonForTests()

  it('equals that of the machine on two hundred expressions, where both have the function', async () => {
    let text = ''
    await python.run('plain', { source: program }, (piece) => (text += piece))
    const inside = JSON.parse(text) as unknown[]
    const outside = pythonJson(numpy, program) as unknown[]
    const compared = numpyExpressions.map((expression, e) => ({ expression, inside: inside[e], outside: outside[e] }))
    expect(compared.filter((one) => isError(one.inside))).toEqual([])
    const known = compared.filter((one) => !isError(one.outside))
    expect(known.length).toBeGreaterThanOrEqual(200)
    expect(known.filter((one) => !isSame(one.inside, one.outside))).toEqual([])
  })
})
