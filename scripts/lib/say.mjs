/** A problem that is told in one sentence, without a stack: what is wrong and what to do about it. */
export class Stop extends Error {}

/** @type {NodeJS.WritableStream} */
let stream = process.stdout

/**
 * Where `say` writes from now on; stdout unless told, which a script that prints results keeps for them.
 * @param {NodeJS.WritableStream} chosen
 */
export function sayOn(chosen) {
  stream = chosen
}

/**
 * Tells the user one thing, in one line.
 * @param {string} sentence
 */
export function say(sentence) {
  stream.write(`${sentence}\n`)
}

/**
 * Runs a script's main function; its result is the exit code. A Stop becomes its sentence, anything else is a bug and keeps its stack.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : errorText(error)}\n`)
    process.exitCode = 1
  }
}

/** @param {unknown} error */
export function errorText(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
