import { sentence, type Language } from '../messages/catalogue'
import { shownNumbers } from './record/recorder'
import { phases, type Phase, type Step, type WalkCell, type WalkTensor } from './record/walk'
import type { Walk } from './walk-batch'
import { briefNumber, isRounded, joined, writtenText, written } from './record/written'

const words = {
  en: {
    forward: 'Forward pass',
    loss: 'Loss',
    backward: 'Backward pass',
    update: 'Update',
    title: 'One step of training, number by number',
    given: 'Given',
    cell: (row: number, column: number) => `Element (${row}, ${column}), counted from 0`,
    difference: 'central difference',
    kink: 'across a kink',
    since: ' since ',
    more: (count: number) => `${count} more`,
    long: 'the long way',
    notFinite: (step: string, row: number, column: number) =>
      `The number in row ${row}, column ${column} of ${step} is not finite: what follows it is shown as –.`
  },
  zh: {
    forward: '前向传播',
    loss: '损失',
    backward: '反向传播',
    update: '更新',
    title: '一步训练的全部数字',
    given: '已知',
    cell: (row: number, column: number) => `元素 (${row}, ${column})（从 0 数起）`,
    difference: '中心差分',
    kink: '跨过折点',
    since: '，因为 ',
    more: (count: number) => `另有 ${count} 项`,
    long: '完整推导',
    notFinite: (step: string, row: number, column: number) => `${step} 第 ${row} 行第 ${column} 列的数不是有限数；此后的数显示为 –。`
  }
} as const satisfies Record<Language, object>

/** A matrix up to so many rows or columns is shown whole; of a larger one the first three and the last. */
const WHOLE = 8
const FIRST = 3
/** A sum of more terms shows its three largest, and what the others add up to. */
const MOST_TERMS = 6

/**
 * The walk as Markdown, with formulas for any viewer with math (KaTeX, GitHub): each step with its formula, its numbers and
 * one of them written out, the difference quotient beside a derivative. Rounded numbers carry ≈.
 */
export function walkMarkdown(walk: Walk, language: Language, heading: readonly string[] = []): string {
  const say = words[language]
  const { firstNotFinite } = walk
  const last = firstNotFinite ? walk.steps.findIndex(({ id }) => id === firstNotFinite.step) : Infinity
  const ofPhase = (phase: Phase) =>
    walk.steps.flatMap((step, index) => (step.phase === phase ? [stepText(walk, step, index > last, language)] : []))
  const given = ['X', ...walk.problem.parameters.flatMap(({ b }, l) => (b ? [`W${l + 1}`, `b${l + 1}`] : [`W${l + 1}`]))]
  const matrices = given.flatMap((id) => {
    const tensor = walk.tensors.get(id)
    return tensor ? [block(matrixEquation(tensor, false))] : []
  })
  return [
    `# ${say.title}`,
    ...heading,
    ...(firstNotFinite ? [`> ${say.notFinite(firstNotFinite.step, firstNotFinite.row, firstNotFinite.column)}`] : []),
    `## ${say.given}`,
    ...matrices,
    ...phases.flatMap((phase) => [`## ${say[phase]}`, ...ofPhase(phase)]),
    ''
  ].join('\n\n')
}

/** A formula on lines of its own. */
function block(tex: string): string {
  return `$$\n${tex}\n$$`
}

function stepText(walk: Walk, step: Step, isLost: boolean, language: Language): string {
  const say = words[language]
  const tensor = walk.tensors.get(step.result)
  if (!tensor) return ''
  const title = step.level === 'long' ? `### ${tensor.name} (${say.long})` : `### ${tensor.name}`
  const why = step.why === null ? [] : [sentence(step.why, {}, language)]
  const formulas = [...new Set([step.tex.matrix, step.tex.index])].map(block)
  const numbers = block(matrixEquation(tensor, isLost))
  const example = step.rule === 'given' || isLost ? [] : [cellText(walk, step, language)]
  return [title, ...why, ...formulas, numbers, ...example].join('\n\n')
}

/** The largest number of a step's result, written out. */
function cellText(walk: Walk, step: Step, language: Language): string {
  const say = words[language]
  const tensor = walk.tensors.get(step.result)
  const { row, column } = largestCell(tensor)
  const cell = walk.cell({ step: step.id, row, column })
  const isScalar = step.shape[0] * step.shape[1] === 1
  const place = isScalar ? '' : `${say.cell(row, column)}: `
  const sum = sumText(cell, say.more).replaceAll(' since ', say.since)
  const value = `${isRounded(cell.value) ? '≈' : '='} ${briefNumber(cell.value)}`
  const difference = cell.difference
    ? ` · ${say.difference} ${approximate(cell.difference.numeric)}${cell.difference.crossedKink ? ` (${say.kink})` : ''}`
    : ''
  return `${place}\`${sum}\` ${value}${difference}`
}

function approximate(x: number): string {
  return `${isRounded(x) ? '≈ ' : ''}${briefNumber(x)}`
}

/** The calculation in short numbers; of a long sum the three largest terms. */
function sumText({ terms, divisor = 1, root, written: whole }: WalkCell, more: (count: number) => string): string {
  if (terms.length <= MOST_TERMS) return writtenText(whole, briefNumber)
  const largest = [...terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, FIRST)
  const rest = terms.filter((term) => !largest.includes(term))
  const text = writtenText(
    joined(
      largest.map(({ factors }) =>
        joined(
          factors.map(({ value }) => written`${value}`),
          '·'
        )
      ),
      '+'
    ),
    briefNumber
  )
  const others = rest.reduce((sum, { value }) => sum + value, 0)
  const sum = `${text}+[${more(rest.length)}: ${briefNumber(others)}]`
  return root ? `√(${sum})` : divisor === 1 ? sum : `(${sum})/${briefNumber(divisor)}`
}

/** The cell of the largest number, the first of equal ones. */
export function largestCell(tensor: WalkTensor | undefined): { row: number; column: number } {
  let best = 0
  const { data = [], columns = 1 } = tensor?.matrix ?? {}
  for (let e = 1; e < data.length; e++) if (Math.abs(data[e]) > Math.abs(data[best])) best = e
  return { row: Math.floor(best / columns), column: best % columns }
}

/** The rows or columns that are shown: all, or the first three and the last with a gap between them. */
function shownIndices(count: number): (number | null)[] {
  if (count <= WHOLE) return Array.from({ length: count }, (_, i) => i)
  return [...Array.from({ length: FIRST }, (_, i) => i), null, count - 1]
}

function matrixEquation(tensor: WalkTensor, isLost: boolean): string {
  const { rows, columns } = tensor.matrix
  const numbers = shownNumbers(tensor)
  const lines = shownIndices(rows).map((i) =>
    shownIndices(columns)
      .map((j) => {
        if (i === null) return j === null ? '\\ddots' : '\\vdots'
        if (j === null) return '\\cdots'
        return isLost ? '–' : briefNumber(numbers[i * columns + j]).replace('−', '-')
      })
      .join('&')
  )
  const isExact = isLost || numbers.every((x) => !isRounded(x))
  const shape = rows * columns === 1 ? '' : `_{${rows}\\times ${columns}}`
  const body = rows * columns === 1 ? lines[0] : `\\begin{pmatrix}${lines.join('\\\\')}\\end{pmatrix}${shape}`
  return `${tensor.tex}${isExact ? '=' : '\\approx '}${body}`
}
