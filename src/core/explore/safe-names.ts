import { typescriptHelpers } from '../walk/code/typescript'

/** Words that neither Python nor TypeScript lets a variable have. */
const keywords =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield case catch const debugger default delete do enum export extends function implements instanceof interface let new null package private protected public static super switch this throw true typeof undefined var void any Math Array JSON console json np'

/** The functions that the code itself calls. */
const called = [...typescriptHelpers.matchAll(/^const (?:\[([^\]]*)\]|(\w+))/gm)].flatMap(
  ([, several, one]) => several?.split(',').map((name) => name.trim()) ?? [one]
)

/** Gives names in code: letters of ASCII, no keyword, each once. */
export class SafeNames {
  private readonly taken = new Set([...keywords.split(' '), ...called])

  /** Returns the wished name, or the nearest one that is free. */
  take(wish: string): string {
    const ascii = wish.normalize('NFKD').replace(/[^A-Za-z0-9_]/g, '')
    const base = /^[A-Za-z_]/.test(ascii) ? ascii : `x${ascii}`
    let name = base
    for (let k = 2; this.taken.has(name); k++) name = `${base}_${k}`
    this.taken.add(name)
    return name
  }
}
