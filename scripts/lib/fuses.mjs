import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** The characters on the wire, as the library knows them but does not export them; a fuse can also be removed ('r') or unknown to the binary. */
const ON = '1'.charCodeAt(0)
const OFF = '0'.charCodeAt(0)

/**
 * electron-builder names the fuses `runAsNode`, the wire `RunAsNode`.
 * @param {string} name
 */
function wireName(name) {
  return `${name[0].toUpperCase()}${name.slice(1)}`
}

/**
 * Reads the fuses back from a packaged binary and compares them with what was wanted.
 * @param {string} binary
 * @param {Record<string, boolean>} wanted
 * @returns {Promise<{ name: string, wanted: boolean, actual: boolean | undefined }[]>} undefined: this binary does not have that fuse
 */
export async function readFuses(binary, wanted) {
  const wire = /** @type {Record<number, number | undefined>} */ (/** @type {unknown} */ (await getCurrentFuseWire(binary)))
  return Object.entries(wanted).map(([name, state]) => {
    const index = FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (wireName(name))]
    const found = wire[index]
    return { name: wireName(name), wanted: state, actual: found === ON ? true : found === OFF ? false : undefined }
  })
}
