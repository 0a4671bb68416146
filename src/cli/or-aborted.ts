/** Waits for reading only until a signal comes, since that of a pipe may never end by itself. Throws: the signal's reason; what reading throws. */
export function orAborted<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    void reading.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
