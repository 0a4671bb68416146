import fs from 'node:fs'
import path from 'node:path'
import { cacheDir } from './paths.mjs'
import { run } from './run.mjs'

/**
 * The fonts that a window under test has: one family for Latin and one for Chinese, each with the Debian package that brings it. What else
 * is installed on a machine changes no test and no picture.
 *
 * @typedef {{ sans: string, mono: string, chinese: string, packages: readonly string[] }} FontStack
 */

/** @type {Readonly<Record<string, FontStack>>} */
export const fontStacks = {
  noto: { sans: 'Noto Sans CJK SC', mono: 'Noto Sans Mono CJK SC', chinese: 'Noto Sans CJK SC', packages: ['fonts-noto-cjk'] },
  // A usual Debian desktop.
  dejavu: {
    sans: 'DejaVu Sans',
    mono: 'DejaVu Sans Mono',
    chinese: 'Droid Sans Fallback',
    packages: ['fonts-dejavu-core', 'fonts-droid-fallback']
  },
  // The widths of Arial.
  liberation: {
    sans: 'Liberation Sans',
    mono: 'Liberation Mono',
    chinese: 'WenQuanYi Zen Hei',
    packages: ['fonts-liberation', 'fonts-wqy-zenhei']
  }
}

export const DEFAULT_STACK = 'noto'

/**
 * Debian's packages of a stack, where one of its families is missing.
 * @param {FontStack} stack
 * @returns {Promise<readonly string[]>}
 */
export async function missingFontPackages({ sans, mono, chinese, packages }) {
  const files = await Promise.all([sans, mono, chinese].map(filesOf))
  return files.every((found) => found.length > 0) ? [] : packages
}

/**
 * Writes a fontconfig of its own for a stack, in .cache, and returns the environment under which a program sees those fonts alone. Empty
 * where programs do not use fontconfig.
 * @param {string} name
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function fontEnvironment(name) {
  if (process.platform !== 'linux') return {}
  const stack = fontStacks[name]
  const home = path.join(cacheDir, 'fonts', name)
  const files = path.join(home, 'files')
  fs.rmSync(files, { recursive: true, force: true })
  fs.mkdirSync(files, { recursive: true })
  for (const family of new Set([stack.sans, stack.mono, stack.chinese]))
    for (const file of await filesOf(family)) {
      const link = path.join(files, path.basename(file))
      if (!fs.existsSync(link)) fs.symlinkSync(file, link)
    }
  const config = path.join(home, 'fonts.conf')
  fs.writeFileSync(config, fontConfig(stack, files, path.join(home, 'cache')))
  return { FONTCONFIG_FILE: config }
}

/**
 * @param {FontStack} stack
 * @param {string} files
 * @param {string} cache
 */
export function fontConfig({ sans, mono, chinese }, files, cache) {
  const alias = (/** @type {string} */ generic, /** @type {readonly string[]} */ families) =>
    `  <alias binding="strong"><family>${generic}</family><prefer>${families.map((family) => `<family>${family}</family>`).join('')}</prefer></alias>`
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${files}</dir>`,
    `  <cachedir>${cache}</cachedir>`,
    ...['sans-serif', 'serif', 'system-ui', 'ui-sans-serif'].map((generic) => alias(generic, [sans, chinese])),
    ...['monospace', 'ui-monospace'].map((generic) => alias(generic, [mono, chinese])),
    '</fontconfig>',
    ''
  ].join('\n')
}

/**
 * The files of a family as the system knows them.
 * @param {string} family
 */
async function filesOf(family) {
  const { code, stdout } = await run('fc-list', ['--format', '%{file}\n', `:family=${family}`], { output: 'capture' })
  return code === 0 ? [...new Set(stdout.split('\n').filter((line) => line !== ''))] : []
}
