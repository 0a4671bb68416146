import type { Details } from '../messages/catalogue'
import type { PythonTextCode } from './python-texts'

/** An exception of a student's program, as `harness.py` describes it. */
export interface PythonError {
  /** The class of the exception. */
  readonly type: string
  readonly message: string
  /** Line of the program, from 1; null where it is in none. */
  readonly line: number | null
  /** The message as Python prints it, with the lines that led there. */
  readonly text: string
  /** The name that is not there; null where the exception has none. */
  readonly name: string | null
}

/** A sentence about an error. */
export interface ErrorExplanation {
  readonly code: PythonTextCode
  readonly details: Details
}

/** The words of an exception that a sentence is about: the classes, what the message looks like, and which groups of it become details. */
interface Rule {
  readonly types: readonly string[]
  readonly message?: RegExp
  readonly code: PythonTextCode
}

/** The first that fits explains; named groups are details. */
const rules: readonly Rule[] = [
  { types: ['NameError'], message: /^name '(?<name>np|numpy)'/, code: 'no-numpy' },
  { types: ['NameError'], message: /^name '(?<name>torch)'/, code: 'no-torch' },
  { types: ['UnboundLocalError'], message: /variable '(?<name>[^']+)'/, code: 'unbound' },
  { types: ['NameError'], message: /^(?:free variable|name) '(?<name>[^']+)'/, code: 'name' },
  { types: ['SyntaxError'], message: /^invalid (?:non-printable )?character (?<character>.+)$/, code: 'full-width' },
  { types: ['SyntaxError'], message: /^expected ':'/, code: 'colon' },
  { types: ['SyntaxError'], message: /^'(?<bracket>.)' was never closed/, code: 'bracket' },
  { types: ['SyntaxError'], message: /unterminated .*string/, code: 'string-open' },
  { types: ['TabError'], code: 'tabs' },
  { types: ['IndentationError'], code: 'indentation' },
  { types: ['SyntaxError'], message: /^(?<message>.*?)(?: \(backward\.py, line \d+\))?$/, code: 'syntax' },
  { types: ['ValueError'], message: /could not be broadcast together with shapes (?<first>\(.*?\)) (?<second>\(.*?\))/, code: 'broadcast' },
  {
    types: ['ValueError'],
    message: /could not broadcast input array from shape (?<second>\(.*?\)) into shape (?<first>\(.*?\))/,
    code: 'in-place'
  },
  {
    types: ['ValueError'],
    message: /output operand with shape (?<first>\(.*?\)) doesn't match the broadcast shape (?<second>\(.*?\))/,
    code: 'in-place'
  },
  { types: ['ValueError'], message: /core dimension 0.*size (?<rows>\d+) is different from (?<columns>\d+)/, code: 'product' },
  { types: ['ValueError'], message: /not aligned: (?<columns>\d+) \(dim \d+\) != (?<rows>\d+) \(dim \d+\)/, code: 'product' },
  { types: ['ValueError'], message: /^The truth value of an array/, code: 'truth' },
  { types: ['ValueError'], message: /^(?<message>cannot reshape .*)/, code: 'reshape' },
  { types: ['AxisError'], message: /^(?<message>.*)/, code: 'axis' },
  { types: ['ValueError', 'TypeError'], message: /(?<message>.*(?:values to unpack|cannot unpack).*)/, code: 'unpack' },
  { types: ['IndexError'], message: /must be of integer|only integers, slices/, code: 'index-kind' },
  { types: ['IndexError'], message: /^(?<message>.*)/, code: 'index' },
  { types: ['KeyError'], message: /^'b\d*'$/, code: 'no-bias' },
  { types: ['KeyError'], message: /^'W\d*'$/, code: 'layer-key' },
  { types: ['TypeError'], message: /^list indices must be integers or slices, not str/, code: 'layer-key' },
  { types: ['KeyError'], message: /^(?<message>.*)/, code: 'key' },
  { types: ['TypeError'], message: /^(?<message>.*(?:positional argument|unexpected keyword argument).*)/, code: 'arguments' },
  { types: ['TypeError', 'AttributeError'], message: /'?NoneType'?/, code: 'none' },
  { types: ['TypeError'], message: /^(?<message>.*is not callable)/, code: 'not-callable' },
  { types: ['UFuncTypeError', '_UFuncOutputCastingError', 'UFuncOutputCastingError'], code: 'cast' },
  { types: ['AttributeError'], message: /^module 'torch' has no attribute '(?<name>[^']+)'/, code: 'torch-part' },
  { types: ['AttributeError'], message: /^(?<message>.*has no attribute '(?<name>[^']+)')/s, code: 'attribute' },
  { types: ['ModuleNotFoundError'], message: /^No module named '(?<name>[^']+)'/, code: 'module' },
  { types: ['ZeroDivisionError', 'FloatingPointError'], code: 'zero-division' },
  { types: ['RecursionError'], code: 'recursion' },
  { types: ['MemoryError', '_ArrayMemoryError'], code: 'memory' },
  { types: ['SystemExit'], code: 'exit' },
  { types: ['AssertionError'], message: /^(?<message>.*)/, code: 'assertion' },
  { types: ['NotImplementedError'], code: 'to-do' },
  { types: ['EOFError'], code: 'input' },
  { types: ['FileNotFoundError', 'PermissionError', 'IsADirectoryError'], code: 'file' },
  { types: ['OSError', 'BlockingIOError', 'RuntimeError'], message: /Not supported|new thread|\[Errno (?:0|52|58)\]/, code: 'shut' }
]

/** Puts an exception of Python in a sentence that says what to do. */
export function explainError({ type, message, name }: PythonError): ErrorExplanation {
  for (const rule of rules) {
    if (!rule.types.includes(type)) continue
    const found = rule.message ? rule.message.exec(message) : null
    if (rule.message && !found) continue
    return { code: rule.code, details: { ...(name !== null && { name }), ...found?.groups } }
  }
  return { code: 'other', details: { type, message } }
}
