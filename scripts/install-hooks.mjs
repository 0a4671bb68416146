import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { root, tool } from './lib/paths.mjs'

const HOOK = 'pre-commit'

/**
 * `npm install` and `npm ci` set the hook that formats and lints what is staged. Not in CI, not in a folder that is no checkout of its own,
 * not over a hook of somebody else's; whatever goes wrong, the installation goes on.
 */
try {
  const existing = existingHook()
  if (existing !== undefined && existsSync(tool('simple-git-hooks')) && (existing === '' || existing.includes('lint-staged'))) {
    spawnSync(process.execPath, [tool('simple-git-hooks', 'cli.js')], { cwd: root, stdio: 'inherit' })
  }
} catch (error) {
  console.warn(`The ${HOOK} hook was not set: ${error instanceof Error ? error.message : error}`)
}

/** The text of the hook, empty where there is none; undefined where no hook belongs. */
function existingHook() {
  if (process.env.CI || !existsSync(path.join(root, '.git'))) return undefined
  const { status, stdout } = spawnSync('git', ['rev-parse', '--git-path', `hooks/${HOOK}`], { cwd: root, encoding: 'utf8' })
  if (status !== 0) return undefined
  const file = path.resolve(root, stdout.trim())
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
