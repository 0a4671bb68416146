import { buildCli } from './lib/build.mjs'
import { runScript } from './lib/say.mjs'

/**
 * `npm run --silent cli -- …`: the command line straight from the sources. The build it may need is silent; the rest happens in this very
 * process, so stdin, stdout, signals and the exit code are the command line's own, with nothing in between that could swallow or double them.
 */
await runScript(async () => {
  await buildCli()
  await import('../bin/backprop-lab.js')
  return Number(process.exitCode ?? 0)
})
