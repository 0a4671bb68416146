import type { CodeLanguage } from './languages'
import { numpyText } from './numpy'
import { parseExpression, type Expression } from './parse'
import { pytorchText } from './pytorch'
import { typescriptText } from './typescript'

const languages = {
  numpy: { text: numpyText, assign: '', comment: '#' },
  typescript: { text: typescriptText, assign: 'const ', comment: '//' },
  pytorch: { text: pytorchText, assign: '', comment: '#' }
} as const satisfies Record<CodeLanguage, { text: (expression: Expression) => string; assign: string; comment: string }>

/** The name of a tensor in code: `dW1.data` is dW1_data, `A1⊙M1` is A1M1, `dZ_out×N` is dZ_outN. */
export function codeName(id: string): string {
  return id.replace(/[⊙×()]/g, '').replaceAll('.', '_')
}

/** Lines `name = expression`, or `# a comment`, in every language. */
export function codeOf(lines: readonly string[]): Record<CodeLanguage, string> {
  const parsed = lines.map((line) => {
    const [name, expression] = line.startsWith('#') ? [null, line.slice(2)] : splitAt(line)
    return { name, comment: expression, expression: name === null ? null : parseExpression(expression) }
  })
  const textIn = (language: CodeLanguage) => {
    const { text, assign, comment } = languages[language]
    return parsed
      .map((line) => (line.expression ? `${assign}${line.name ?? ''} = ${text(line.expression)}` : `${comment} ${line.comment}`))
      .join('\n')
  }
  return { numpy: textIn('numpy'), typescript: textIn('typescript'), pytorch: textIn('pytorch') }
}

function splitAt(line: string): [string, string] {
  const end = line.indexOf(' = ')
  return [line.slice(0, end), line.slice(end + 3)]
}
