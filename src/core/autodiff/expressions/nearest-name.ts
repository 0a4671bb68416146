/** The number of letters to insert, delete or replace that turns one word into the other. Source: V. Levenshtein, 1966. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]
}

/** Returns the name that a mistyped one probably means, the case of letters aside; empty where none is near. */
export function nearestName(name: string, known: readonly string[]): string {
  // One letter of two is half of the name: no two short names are near.
  const reach = name.length <= 2 ? 0 : Math.max(1, Math.floor(name.length / 3))
  let best = ''
  let least = reach + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > reach) continue
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}
