import { performance } from 'node:perf_hooks'

/**
 * Times a reader of a file whose path is the first argument and tells what it took, as one line of JSON; ends the process.
 * @param {string} about what reads, with its version
 * @param {(file: string) => Promise<{ rows: number, columns: number, sum: number, keep: unknown }>} read what it read, the sum of the first column, and all of it, so that it is in memory to the end
 */
export async function report(about, read) {
  const file = process.argv[2]
  const before = process.cpuUsage()
  const start = performance.now()
  const { rows, columns, sum, keep } = await read(file)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const peakMegabytes = process.resourceUsage().maxRSS / 1000
  const isKept = keep !== undefined
  process.stdout.write(`${JSON.stringify({ about, seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes, rows, columns, sum, isKept })}\n`)
  process.exit(0)
}
