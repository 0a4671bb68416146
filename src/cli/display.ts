import type { Language } from '#core'

/** Characters that take two columns in a terminal: Chinese, full-width forms and their punctuation. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Returns the width of a text in terminal columns. */
export function displayWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** Pads a text with spaces to a width in terminal columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** Formats a number with four significant digits, for people. */
export function shortNumber(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : '—'
}

/** Formats a fraction as a percentage with one decimal. */
export function percent(value: number): string {
  return Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : '—'
}

const units = {
  en: { hours: ' h ', minutes: ' min ', seconds: ' s' },
  zh: { hours: ' 小时 ', minutes: ' 分 ', seconds: ' 秒' }
} as const satisfies Record<Language, object>

/** Formats a duration in its two largest units: `0.3 s`, `45 s`, `3 min 20 s`, `2 h 5 min`; tenths only where there are some, below ten seconds. */
export function duration(seconds: number, language: Language): string {
  const unit = units[language]
  const whole = Math.round(seconds)
  if (seconds < 9.95 && !Number.isInteger(seconds)) return seconds.toFixed(1) + unit.seconds
  if (whole < 60) return whole + unit.seconds
  if (whole < 3600) return `${Math.floor(whole / 60)}${unit.minutes}${whole % 60}${unit.seconds}`
  return `${Math.floor(whole / 3600)}${unit.hours}${Math.floor((whole % 3600) / 60)}${unit.minutes}`.trimEnd()
}

/** Lays rows out in columns as wide as their widest cell, one line each. */
export function alignedRows(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => rows.reduce((widest, row) => Math.max(widest, displayWidth(row[column])), 0))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => padTo(cell, widths[column] + 2))
          .join('')
          .trimEnd()}\n`
    )
    .join('')
}
