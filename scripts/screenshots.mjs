import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildApp } from './lib/build.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { root } from './lib/paths.mjs'
import { runScript, say, Stop } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'
import { DEFAULT_STACK, fontEnvironment } from './lib/test-fonts.mjs'
import { withDisplay } from './lib/xvfb.mjs'

/**
 * `npm run screenshots [-- name…]`: pictures of every state of the window in both languages and themes, at a projector's size and a large
 * one. A name is a state's or a chapter's (tests/e2e/gallery/states.ts). They land in screenshots/NAME-LANGUAGE-THEME-WIDTH.png.
 * With `-- --readme`: the pictures of the READMEs instead, in docs/screenshots (tests/e2e/gallery/readme.ts).
 *
 * @typedef {{ names: readonly string[],
 *   takePictures: (folder: string, names: readonly string[]) => Promise<string[]>,
 *   takeReadmePictures: (folder: string) => Promise<string[]> }} Gallery
 */
await runScript(async () => {
  const { values, positionals } = parseArgs({ options: { readme: { type: 'boolean' } }, allowPositionals: true })
  // Before the helpers of the tests, which ask where it is when they are loaded.
  const runtime = await ensureElectron()
  // With the helpers of the end-to-end tests, so that a picture shows what the tests see.
  const { module } = await runnerImport(pathToFileURL(path.join(root, 'tests', 'e2e', 'gallery', 'take.ts')).href)
  const gallery = /** @type {Gallery} */ (module)
  const unknown = positionals.find((name) => !gallery.names.includes(name))
  if (unknown !== undefined) throw new Stop(`There is no picture ${unknown}; there is --readme, and ${gallery.names.join(', ')}.`)
  await ensureSystemLibraries(runtime.executable, { fonts: [DEFAULT_STACK] })
  await buildApp(runtime)
  const fonts = await fontEnvironment(DEFAULT_STACK)
  const folder = path.join(root, ...(values.readme ? ['docs', 'screenshots'] : ['screenshots']))
  fs.mkdirSync(folder, { recursive: true })
  const failures = await withDisplay((env) => {
    Object.assign(process.env, fonts, { DISPLAY: env.DISPLAY })
    return values.readme ? gallery.takeReadmePictures(folder) : gallery.takePictures(folder, positionals)
  })
  say(`The pictures are in ${folder}`)
  if (failures.length > 0) throw new Stop(`Not every picture is as it should be:\n${failures.join('\n')}`)
})
