/**
 * The window as the pictures drive it: by test ids alone, so that it does the same in either language.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').ElectronApplication} ElectronApplication
 * @typedef {{ app: ElectronApplication, page: Page, close: () => Promise<void> }} Launched
 * @typedef {Launched & { folder: string }} Stage a started window, and a folder for the tables it opens
 */

/** Training takes seconds here; a machine many times slower still makes this. */
const TRAINING_LIMIT_MS = 90_000

/**
 * Does something in main. Its garbage collector may take the answer before it was sent; then it is asked again, which does no harm to
 * anything that is done here.
 * @template T, R
 * @param {ElectronApplication} app
 * @param {(electron: typeof import('electron'), arg: T) => R | Promise<R>} work
 * @param {T} arg
 * @returns {Promise<R>}
 */
export async function inMain(app, work, arg) {
  const ask = () => /** @type {Promise<R>} */ (app.evaluate(/** @type {never} */ (work), arg))
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && error.message.includes('garbage collected')) return ask()
    throw error
  }
}

/**
 * @param {Page} page
 * @param {string} testId
 */
export function shown(page, testId) {
  return page.getByTestId(testId).first().waitFor({ state: 'attached' })
}

/**
 * Types into a field, presses Enter and leaves it.
 * @param {Page} page
 * @param {string} testId
 * @param {string} text
 */
export async function enter(page, testId, text) {
  const field = page.getByTestId(testId)
  await field.fill(text)
  await field.press('Enter')
  await field.blur()
}

/**
 * Presses a button, also where something lies over it that no pointer could reach through.
 * @param {Page} page
 * @param {string} testId
 */
export function press(page, testId) {
  return page.getByTestId(testId).first().dispatchEvent('click')
}

/**
 * Chooses one of a few alternatives, by its place.
 * @param {Page} page
 * @param {string} testId of the control, or of what holds it
 * @param {number} place
 */
export function pick(page, testId, place) {
  return page.getByTestId(testId).getByRole('radio').nth(place).dispatchEvent('click')
}

/**
 * Shows one of the tabs below the cards.
 * @param {Page} page
 * @param {string} name
 */
export async function openTab(page, name) {
  await page.getByTestId(`tab-${name}`).click()
  await page.locator(`[data-testid="tab-${name}"][aria-selected="true"]`).waitFor()
}

/**
 * @param {Page} page
 * @param {'idle' | 'running' | 'paused' | 'finished' | 'failed'} wanted
 */
export function status(page, wanted) {
  return page.locator(`[data-testid="status-pill"][data-status="${wanted}"]`).waitFor({ timeout: TRAINING_LIMIT_MS })
}

/**
 * Presses Run and waits for the last epoch.
 * @param {Page} page
 * @param {number} [epochs] how many; default: as it stands
 */
export async function train(page, epochs) {
  if (epochs !== undefined) await enter(page, 'epochs', String(epochs))
  await page.getByTestId('run-button').click()
  await status(page, 'finished')
}

/**
 * @param {Page} page
 * @param {number} least
 */
export async function untilEpoch(page, least) {
  await page.waitForFunction(
    (wanted) => Number.parseInt(document.querySelector('[data-testid="epoch-counter"]')?.textContent ?? '', 10) >= wanted,
    least
  )
}

/** @param {Page} page */
export async function checkGradients(page) {
  await openTab(page, 'check')
  await press(page, 'check-button')
  await shown(page, 'check-summary')
}

/**
 * Opens one of the data sets that are offered. What would be lost may go.
 * @param {Page} page
 * @param {string} name
 */
export async function openSample(page, name) {
  await page.getByTestId('sample-select').selectOption(name)
  await agree(page)
  await page.waitForFunction((wanted) => {
    const field = document.querySelector('[data-testid="sample-select"]')
    return field instanceof HTMLSelectElement && field.value === wanted
  }, name)
}

/**
 * Has the next open dialog answer with a file, and asks for it. Does not wait for what comes of it.
 * @param {Launched} launched
 * @param {string} file
 */
export async function chooseFile({ app, page }, file) {
  await inMain(
    app,
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    },
    file
  )
  await press(page, 'open-file')
  await agree(page)
}

/**
 * Opens a table and waits until it is there.
 * @param {Launched} launched
 * @param {string} file
 */
export async function openFile(launched, file) {
  await chooseFile(launched, file)
  const name = file.split(/[\\/]/).at(-1)
  await launched.page.locator('[data-testid="sample-select"] option:checked', { hasText: name }).waitFor({ state: 'attached' })
}

/** How long a question would take to come, in milliseconds. */
const QUESTION_MS = 400

/**
 * Answers yes if the window asks whether trained weights may go.
 * @param {Page} page
 */
export async function agree(page) {
  const ok = page.getByTestId('confirm-ok')
  const isAsked = await ok.waitFor({ timeout: QUESTION_MS }).then(
    () => true,
    () => false
  )
  if (isAsked) await ok.click()
}

/**
 * Chooses an item of the menu, which is the system's and cannot be driven.
 * @param {Launched} launched
 * @param {string} action its stored name in src/shared/shell.ts
 */
export function chooseMenu({ app }, action) {
  return inMain(app, ({ BrowserWindow }, chosen) => BrowserWindow.getAllWindows()[0]?.webContents.send('menu', { action: chosen }), action)
}

/** @param {ElectronApplication} app */
export function enginePid(app) {
  return inMain(app, (electron) => electron.app.getAppMetrics().find(({ name }) => name === 'Backprop Lab engine')?.pid, undefined)
}

/**
 * Holds the engine's process still or lets it go on, so that what lasts a second can be photographed in peace.
 * @param {ElectronApplication} app
 * @param {'SIGSTOP' | 'SIGCONT' | 'SIGKILL'} signal
 */
export async function signalEngine(app, signal) {
  const pid = await enginePid(app)
  if (pid !== undefined) process.kill(pid, signal)
}
