import { Buffer } from 'buffer/'

/** Node's globals as the kernel's packages expect them, without anything of the machine behind it. */
export const process = {
  env: {},
  argv: ['python'],
  pid: 1,
  platform: 'browser',
  version: '',
  versions: {},
  browser: true,
  stdout: {},
  stderr: {},
  cwd: () => '/',
  on: () => undefined,
  emitWarning: () => undefined,
  /** @param {(...args: unknown[]) => void} task @param {unknown[]} args */
  nextTick: (task, ...args) => queueMicrotask(() => task(...args))
}

export { Buffer }
