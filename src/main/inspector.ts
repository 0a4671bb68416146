/** The engine process's own port: Node's usual one is main's. */
const PORT = 9230

/**
 * Returns Node's switch for inspecting the engine process: `--inspect-engine[=port]`, and `--inspect-engine-brk[=port]` to stop at its
 * first line. A package has no inspector (its fuse is off), so this is for development.
 */
export function inspectorOf(argv: readonly string[], isPackaged: boolean): string[] {
  if (isPackaged) return []
  for (const argument of argv) {
    const found = /^--inspect-engine(-brk)?(?:=(\d+))?$/.exec(argument)
    if (found) return [`--inspect${found[1] ?? ''}=127.0.0.1:${found[2] ?? PORT}`]
  }
  return []
}
