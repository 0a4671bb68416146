import { tool } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { runScript } from './lib/say.mjs'

const tsc = tool('typescript', 'bin', 'tsc')
const vueTsc = tool('vue-tsc', 'bin', 'vue-tsc.js')

/** The type checks: the engine without any platform, everything on Node, the page, and these scripts by their JSDoc. */
const PROJECTS = [
  [tsc, 'tsconfig.core.json'],
  [tsc, 'tsconfig.node.json'],
  [vueTsc, 'tsconfig.web.json'],
  [tsc, 'scripts/tsconfig.json']
]

await runScript(async () => {
  // At the same time: each is one busy thread for a few seconds, and together they fit where two run well.
  const results = await Promise.all(
    PROJECTS.map(([compiler, project]) => runNode([compiler, '-p', project, '--pretty', 'false'], { output: 'capture' }))
  )
  // The same file belongs to several projects; its errors are told once.
  const lines = new Set(results.flatMap((result) => `${result.stdout}${result.stderr}`.split('\n').filter((line) => line.trim() !== '')))
  for (const line of lines) process.stdout.write(`${line}\n`)
  return results.every((result) => result.code === 0) ? 0 : 1
})
