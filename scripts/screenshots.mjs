import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runnerImport } from 'vite'
import { buildApp } from './lib/build.mjs'
import { ensureElectron } from './lib/electron/ensure.mjs'
import { root } from './lib/paths.mjs'
import { chooseLanguage, chooseTheme, languages, resize, sizes } from './lib/pictures/look.mjs'
import { photograph, photographAll, photographSmall } from './lib/pictures/photograph.mjs'
import { readmeLimits, readmePictures } from './lib/pictures/readme.mjs'
import { chapters } from './lib/pictures/states.mjs'
import { runScript, say, Stop } from './lib/say.mjs'
import { ensureSystemLibraries } from './lib/system-libraries.mjs'
import { withTemporaryFolder } from './lib/temporary.mjs'
import { withDisplay } from './lib/xvfb.mjs'

/**
 * `npm run screenshots [-- name…]`: pictures of every state of the window in both languages and themes, at a projector's size and a large
 * one. A name is a state's or a chapter's (scripts/lib/pictures/states.mjs). They land in screenshots/NAME-LANGUAGE-THEME-WIDTH.png.
 * With `-- --readme`: the pictures of the READMEs instead, in docs/screenshots (scripts/lib/pictures/readme.mjs).
 *
 * @typedef {import('./lib/pictures/driver.mjs').Launched} Launched
 * @typedef {import('./lib/pictures/driver.mjs').Stage} Stage
 */

const folder = path.join(root, 'screenshots')

await runScript(async () => {
  const wanted = process.argv.slice(2)
  const known = chapters.flatMap(({ name, states }) => [name, ...states.map((state) => state.name)])
  const unknown = wanted.find((name) => name !== '--readme' && !known.includes(name))
  if (unknown !== undefined) throw new Stop(`There is no picture ${unknown}; there is --readme, and ${known.join(', ')}.`)
  const runtime = await ensureElectron()
  await ensureSystemLibraries(runtime.executable, { forTests: true })
  await buildApp(runtime)
  await withDisplay((env) =>
    withTemporaryFolder(async (tables) => {
      process.env.DISPLAY = env.DISPLAY
      // The helper of the end-to-end tests, so that a picture shows what the tests see.
      const { module } = await runnerImport(pathToFileURL(path.join(root, 'tests', 'e2e', 'support', 'launch.ts')).href)
      const { launchApp } = /** @type {{ launchApp: () => Promise<Launched> }} */ (module)
      const play = async (/** @type {(stage: Stage) => Promise<void>} */ work) => {
        const launched = await launchApp()
        try {
          await work({ ...launched, folder: tables })
        } finally {
          await launched.close()
        }
      }
      if (wanted.includes('--readme')) await photographForReadme(play)
      else await photographChapters(play, wanted)
    })
  )
})

/**
 * A state that cannot be reached is told of and left out with what follows it in its chapter; the other chapters are taken all the same.
 * @param {(work: (stage: Stage) => Promise<void>) => Promise<void>} play
 * @param {readonly string[]} wanted names of states and chapters; none: all
 */
async function photographChapters(play, wanted) {
  fs.mkdirSync(folder, { recursive: true })
  /** @type {string[]} */
  const failures = []
  for (const { name: chapter, states } of chapters) {
    const isWanted = (/** @type {string} */ name) => wanted.length === 0 || wanted.includes(chapter) || wanted.includes(name)
    const last = states.findLastIndex(({ name }) => isWanted(name))
    if (last < 0) continue
    say(`— ${chapter}`)
    await play(async (stage) => {
      await resize(stage, sizes[0])
      for (const { name, reach, leave } of states.slice(0, last + 1)) {
        try {
          await reach(stage)
          if (isWanted(name)) await photographAll(stage, folder, name)
          await leave?.(stage)
        } catch (error) {
          failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
          await photograph(stage.page, path.join(folder, `${name}-stuck.png`)).catch(() => undefined)
          break
        }
      }
    })
  }
  say(`The pictures are in ${folder}`)
  if (failures.length > 0) throw new Stop(`Not every state was reached:\n${failures.join('\n')}`)
}

/**
 * @param {(work: (stage: Stage) => Promise<void>) => Promise<void>} play
 */
async function photographForReadme(play) {
  const target = path.join(root, 'docs', 'screenshots')
  fs.mkdirSync(target, { recursive: true })
  let sum = 0
  for (const { states } of chapters) {
    const last = states.findLastIndex(({ name }) => readmePictures.some(({ state }) => state === name))
    if (last < 0) continue
    await play(async (stage) => {
      await resize(stage, sizes[0])
      for (const { name: state, reach, leave } of states.slice(0, last + 1)) {
        await reach(stage)
        for (const { name, theme } of readmePictures.filter((one) => one.state === state)) {
          await chooseTheme(stage, theme)
          // Every part of the sidebar from its beginning on, no field with a frame.
          await stage.page.evaluate(() => {
            document.querySelector('aside')?.scrollTo(0, 0)
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
          })
          for (const language of languages) {
            await chooseLanguage(stage.page, language)
            const file = path.join(target, `${name}-${language}.webp`)
            const length = await photographSmall(stage.page, file)
            sum += length
            if (length > readmeLimits.one)
              throw new Stop(`${file} has ${length} bytes, more than the ${readmeLimits.one} a README should load.`)
            say(file)
          }
        }
        await leave?.(stage)
      }
    })
  }
  if (sum > readmeLimits.all)
    throw new Stop(`The pictures have ${sum} bytes together, more than the ${readmeLimits.all} a README should load.`)
}
