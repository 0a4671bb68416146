/**
 * The options of a part of `npm run attack`.
 * @typedef {object} AttackOptions
 * @property {boolean} short whether a sample of the attacks is enough, as in the tests: seconds instead of minutes
 * @property {number} seed of everything drawn at random: the same seed attacks the same way
 * @property {string} folder an empty folder, removed afterwards
 * @property {(line: string) => void} say reports progress in one line
 */

/**
 * @typedef {object} AttackResult
 * @property {Readonly<Record<string, number | string>>} figures what was tried and measured, by name
 * @property {readonly string[]} failures what broke: which attack, at which point, and what followed; empty when all held
 */

/**
 * One kind of attack: the default export of a file of this folder.
 * @typedef {object} AttackPart
 * @property {string} name
 * @property {string} title in a few words, for the list of parts
 * @property {(options: AttackOptions) => Promise<AttackResult>} run
 */

export {}
