import { answers } from './run.mjs'

/** The programs that watching another program's network takes, how each shows that it is there, and Debian's package of it. */
const OBSERVERS = /** @type {const} */ ([
  { name: 'strace', version: '--version', debian: 'strace' },
  { name: 'ip', version: '-V', debian: 'iproute2' },
  { name: 'unshare', version: '--version', debian: 'util-linux' }
])

/** Whether this user may watch at all: making a network namespace takes Linux and root. */
export const mayObserve = process.platform === 'linux' && process.getuid?.() === 0

/** The observers that are not on this machine. */
export async function missingObservers() {
  const found = await Promise.all(OBSERVERS.map(({ name, version }) => answers(name, [version])))
  return OBSERVERS.filter((_, index) => !found[index])
}
