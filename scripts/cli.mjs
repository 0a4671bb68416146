import { buildCli } from './lib/build.mjs'
import { placePython } from './lib/python/ensure.mjs'
import { runScript, sayOn } from './lib/say.mjs'

/**
 * `npm run --silent cli -- …`: the command line straight from the sources. The build it may need is silent; the rest happens in this very
 * process, so stdin, stdout, signals and the exit code are the command line's own, with nothing in between that could swallow or double them.
 */
await runScript(async () => {
  await buildCli()
  // Only what runs Python fetches it.
  if (process.argv.slice(2).some((argument) => /\.py$/i.test(argument))) {
    sayOn(process.stderr)
    await placePython()
  }
  await import('../bin/backprop-lab.js')
  return Number(process.exitCode ?? 0)
})
