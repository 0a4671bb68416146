import fs from 'node:fs'
import path from 'node:path'
import { answers } from '../lib/run.mjs'

const DEBIAN = '/usr/bin'

/**
 * The first python3 on PATH, and then Debian's, that has a module; null when none has.
 * @param {string} module
 * @returns {Promise<string | null>}
 */
export async function pythonWith(module) {
  for (const python of pythons()) if (await answers(python, ['-c', `import ${module}`])) return python
  return null
}

/** Every python3 on PATH in order, then Debian's, each file once. */
function pythons({ PATH = '' } = process.env) {
  const name = process.platform === 'win32' ? 'python3.exe' : 'python3'
  const files = [...PATH.split(path.delimiter), DEBIAN].filter((folder) => folder !== '').map((folder) => path.join(folder, name))
  return [...new Set(files)].filter((file) => fs.existsSync(file))
}
