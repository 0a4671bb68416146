import { describe, expect, it } from 'vitest'
import { explainError, filled, pythonTexts, type PythonTextCode } from '#core'

/** Exceptions as Python and NumPy word them, with the code of the sentence and words that must be in it. */
const cases: [type: string, message: string, code: PythonTextCode, inSentence: string][] = [
  ['NameError', "name 'np' is not defined", 'no-numpy', 'import numpy as np'],
  ['NameError', "name 'torch' is not defined", 'no-torch', 'import torch'],
  ['NameError', "name 'dW3' is not defined", 'name', '`dW3`'],
  ['UnboundLocalError', "cannot access local variable 'loss' where it is not associated with a value", 'unbound', '`loss`'],
  ['SyntaxError', "invalid character '，' (U+FF0C) (backward.py, line 3)", 'full-width', '，'],
  ['SyntaxError', "expected ':' (backward.py, line 1)", 'colon', ':'],
  ['SyntaxError', "'(' was never closed (backward.py, line 2)", 'bracket', '('],
  ['SyntaxError', 'unterminated string literal (detected at line 1) (backward.py, line 1)', 'string-open', ''],
  ['SyntaxError', 'invalid syntax (backward.py, line 4)', 'syntax', 'invalid syntax'],
  ['IndentationError', 'unexpected indent (backward.py, line 4)', 'indentation', ''],
  ['TabError', 'inconsistent use of tabs and spaces in indentation (backward.py, line 4)', 'tabs', ''],
  ['ValueError', 'operands could not be broadcast together with shapes (5,4) (5,3) ', 'broadcast', '(5,3)'],
  ['ValueError', 'could not broadcast input array from shape (5,3) into shape (4,)', 'in-place', '(5,3)'],
  ['ValueError', "non-broadcastable output operand with shape (4,) doesn't match the broadcast shape (5,4)", 'in-place', '(5,4)'],
  [
    'ValueError',
    'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 5 is different from 4)',
    'product',
    '4'
  ],
  ['ValueError', 'shapes (5,4) and (5,3) not aligned: 4 (dim 1) != 5 (dim 0)', 'product', '5'],
  ['ValueError', 'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()', 'truth', 'A[Z <= 0] = 0'],
  ['ValueError', 'cannot reshape array of size 6 into shape (4,)', 'reshape', 'size 6'],
  ['ValueError', 'not enough values to unpack (expected 2, got 1)', 'unpack', 'expected 2'],
  ['TypeError', 'cannot unpack non-iterable NoneType object', 'unpack', 'NoneType'],
  ['AxisError', 'axis 2 is out of bounds for array of dimension 2', 'axis', 'axis 2'],
  ['IndexError', 'arrays used as indices must be of integer (or boolean) type', 'index-kind', 'astype(int)'],
  ['IndexError', 'index 5 is out of bounds for axis 0 with size 3', 'index', 'size 3'],
  ['TypeError', 'list indices must be integers or slices, not str', 'layer-key', 'P[0]["W"]'],
  ['KeyError', "'W1'", 'layer-key', 'P[0]["W"]'],
  ['KeyError', "'b'", 'no-bias', '"b"'],
  ['KeyError', "'cache'", 'key', "'cache'"],
  ['TypeError', 'backward() takes 3 positional arguments but 4 were given', 'arguments', '4 were given'],
  ['TypeError', "unsupported operand type(s) for +: 'NoneType' and 'int'", 'none', 'return'],
  ['TypeError', "'numpy.ndarray' object is not callable", 'not-callable', '*'],
  [
    'UFuncTypeError',
    "Cannot cast ufunc 'subtract' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'",
    'cast',
    'astype(float)'
  ],
  ['AttributeError', "module 'torch' has no attribute 'einsum'", 'torch-part', '`einsum`'],
  ['AttributeError', "'numpy.ndarray' object has no attribute 'mm'", 'attribute', '`mm`'],
  ['ModuleNotFoundError', "No module named 'scipy'", 'module', '`scipy`'],
  ['ZeroDivisionError', 'division by zero', 'zero-division', ''],
  ['RecursionError', 'maximum recursion depth exceeded', 'recursion', ''],
  ['MemoryError', '', 'memory', ''],
  ['SystemExit', '0', 'exit', 'exit'],
  ['AssertionError', 'shapes differ', 'assertion', 'shapes differ'],
  ['NotImplementedError', '', 'to-do', ''],
  ['EOFError', 'EOF when reading a line', 'input', 'input()'],
  ['FileNotFoundError', "[Errno 44] No such file or directory: 'data.csv'", 'file', 'P, X, y'],
  ['OSError', '[Errno 58] Not supported', 'shut', ''],
  ['RuntimeError', "can't start new thread", 'shut', ''],
  ['OverflowError', 'int too large to convert to float', 'other', 'OverflowError: int too large']
]

describe('an exception of a program', () => {
  it.each(cases)('%s: %s', (type, message, code, inSentence) => {
    const explained = explainError({ type, message, line: null, text: '', name: null })
    expect(explained.code).toBe(code)
    for (const language of ['en', 'zh'] as const) {
      const sentence = filled(pythonTexts[code][language], { limit: 512, ...explained.details }, language)
      expect(sentence).not.toMatch(/\{\w+\}/)
      if (language === 'en') expect(sentence).toContain(inSentence)
    }
  })
})

describe('the sentences about programs', () => {
  it.each(Object.entries(pythonTexts))('%s has both languages with the same details', (_code, { en, zh }) => {
    const details = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    expect(details(zh)).toEqual(details(en))
    expect(zh).toMatch(/[一-鿿]/)
    expect([en.at(-1), zh.at(-1)]).toEqual(['.', '。'])
  })
})
