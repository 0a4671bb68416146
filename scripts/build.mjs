import { buildApp, buildCli } from './lib/build.mjs'
import { major } from './lib/electron/ensure.mjs'
import { FALLBACK, fallbackIsLinked } from './lib/electron/fallback.mjs'
import { officialVersion } from './lib/electron/official.mjs'
import { runScript } from './lib/say.mjs'

/** `npm run build`: the app for the Electron that is here (the pinned one if none is), and the command line. Needs no Electron. */
await runScript(async () => {
  const version = fallbackIsLinked() ? FALLBACK.electronVersion : officialVersion()
  await buildCli()
  await buildApp({ major: major(version) })
})
