import { ensureElectron } from './lib/electron/ensure.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'
import { DEFAULT_STACK } from './lib/test-fonts.mjs'
import { runScript, Stop } from './lib/say.mjs'

/** `node scripts/ensure-electron.mjs [official|fallback] [--for-tests]`: makes Electron usable on this machine and says which one it is. */
await runScript(async () => {
  const names = process.argv.slice(2).filter((argument) => argument !== '--for-tests')
  const wanted = names[0] ?? 'any'
  if (wanted !== 'any' && wanted !== 'official' && wanted !== 'fallback')
    throw new Stop('Usage: node scripts/ensure-electron.mjs [official|fallback] [--for-tests]')
  const runtime = await ensureElectron(wanted)
  await ensureSystemLibraries(runtime.executable, { fonts: process.argv.includes('--for-tests') ? [DEFAULT_STACK] : undefined })
})
