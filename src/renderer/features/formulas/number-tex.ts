/**
 * Numbers as they are written for reading, and sums of them, as KaTeX source: `−1.2e−5·(−3)` as `-1.2\\times10^{-5}\\cdot(-3)`.
 * What is no number stays the dash that stands for it.
 */
export function numberTex(written: string): string {
  return written
    .replaceAll('−', '-')
    .replace(/e(-?\d+)/g, String.raw`\times10^{$1}`)
    .replaceAll('·', String.raw`\cdot `)
    .replaceAll('∞', String.raw`\infty `)
    .replaceAll('–', String.raw`\text{–}`)
}
