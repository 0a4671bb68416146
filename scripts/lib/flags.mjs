import { parseArgs } from 'node:util'
import { Stop } from './say.mjs'

/**
 * The values of a script's flags, as `parseArgs` of Node reads them.
 * Throws: Stop for a flag that there is not, naming those that there are, and for one without its value.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Options
 * @param {readonly string[]} args
 * @param {Options} options
 */
export function flagsOf(args, options) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    const flags = Object.keys(options).map((name) => `--${name}`)
    throw new Stop(`${/** @type {Error} */ (error).message.split('. ')[0]}. The flags are ${flags.join(', ')}.`)
  }
}

/**
 * A whole number above 0.
 * @param {string} flag for the sentence where it is none
 * @param {string} text
 */
export function countOf(flag, text) {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new Stop(`--${flag} takes a whole number above 0, not '${text}'.`)
  return count
}
