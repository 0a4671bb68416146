/** SIGHUP is a terminal that was closed; on Windows, where there is no SIGTERM, a console that was. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** One Ctrl+C can arrive twice, from the terminal and from npm, within a few milliseconds; a person takes longer. */
const ONE_SIGNAL_MS = 500

/**
 * Listens for the signals that end a process, in place of the system: `first` is called at the first one, `again` at each that comes half a
 * second later or more. Returns a function that undoes this, and, where one came, ends a process that half a second later still is not at its
 * end, as with the read of a pipe to which nobody writes.
 */
export function onSignals(first: () => void, again: () => void): () => void {
  let since: number | null = null
  const handle = () => {
    const now = performance.now()
    if (since === null) {
      since = now
      first()
    } else if (now - since >= ONE_SIGNAL_MS) {
      again()
    }
  }
  for (const signal of signals) process.on(signal, handle)
  return () => {
    for (const signal of signals) process.off(signal, handle)
    if (since !== null) setTimeout(endBySignal, ONE_SIGNAL_MS).unref()
  }
}

/** Ends the process as SIGINT does by itself, 130 to a shell: `process.exit` waits for reads that never end. */
export function endBySignal(): void {
  if (process.platform === 'win32') process.exit(130)
  process.removeAllListeners('SIGINT')
  process.kill(process.pid, 'SIGINT')
}
