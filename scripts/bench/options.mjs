import { workloads } from '../../bench/workloads.mjs'
import { flagsOf } from '../lib/flags.mjs'
import { Stop } from '../lib/say.mjs'

export const CONTENDERS = /** @type {const} */ (['engine', 'cli', 'loops', 'tfjs-cpu', 'tfjs-wasm', 'sklearn', 'numpy', 'torch'])

/** @typedef {typeof CONTENDERS[number]} ContenderName */

/**
 * The options of `npm run bench -- …`: a table, or `--json`, or `--readme`; and `--only a,b,…`, names of contenders and workloads,
 * where naming none of a kind means all of it.
 * @param {readonly string[]} args
 */
export function parseOptions(args) {
  const names = workloads.map(({ name }) => name)
  const flags = flagsOf(args, { json: { type: 'boolean' }, readme: { type: 'boolean' }, only: { type: 'string', multiple: true } })
  const only = (flags.only ?? []).flatMap((list) => list.split(','))
  const unknown = only.find((name) => !names.includes(name) && !CONTENDERS.some((contender) => contender === name))
  if (unknown !== undefined) throw new Stop(`--only knows ${[...CONTENDERS, ...names].join(', ')}, and not '${unknown}'.`)
  /** @template {string} Name @param {readonly Name[]} possible */
  const chosen = (possible) => {
    const named = possible.filter((name) => only.includes(name))
    return named.length > 0 ? named : [...possible]
  }
  const options = {
    json: flags.json ?? false,
    readme: flags.readme ?? false,
    contenders: chosen(CONTENDERS),
    workloads: chosen(names)
  }
  if (options.readme && only.length > 0) throw new Stop('--readme writes the whole table; it does not go with --only.')
  if (options.readme && options.json) throw new Stop('--readme and --json do not go together.')
  return options
}
