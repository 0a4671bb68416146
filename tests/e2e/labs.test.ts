import { expect, it } from 'vitest'
import { inEnglish, PATIENCE } from './support/app-window'
import { describeIf } from '../support/conditions'
import { pythonRuntime } from '../support/python-inside'
import { twoLayers } from '../support/student-programs'
import { useAppWindow } from './support/use-app-window'

describeIf(pythonRuntime, 'check my backward', () => {
  const window = useAppWindow({ preferences: { ...inEnglish, page: 'labs' } })

  const sentence = () => window.current.find('labs-sentence').innerText()
  /** Puts a program in the place of what is there, as by pasting. */
  async function write(program: string): Promise<void> {
    const content = window.current.find('labs-editor').locator('.cm-content')
    await window.current.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), program)
    await content.press('Control+a')
    await content.press('Control+v')
  }
  async function check(): Promise<void> {
    await window.current.find('labs-editor').locator('.cm-content').press('Control+Enter')
    await expect.poll(() => window.current.find('labs-check').isEnabled(), PATIENCE).toBe(true)
  }

  it('opens with the beginning of a program, which says what it is given', async () => {
    await window.current.click('labs-view-backward')
    await window.current.waitFor('labs-backward')
    const shown = () => window.current.find('labs-editor').locator('.cm-content').innerText()
    await expect.poll(shown, PATIENCE).toContain('def backward(P, X, y, reg):')
    expect(await shown()).toContain('W1 (2, 4), b1 (4,): relu')
  })

  it('confirms a right program, by Ctrl+Enter', async () => {
    await write(twoLayers.replace('N = len(X)', 'N = len(X); print("rows", N)'))
    await check()
    await expect.poll(sentence, PATIENCE).toBe('No gradient is wrong: 27 of 27 are confirmed.')
    expect(await window.current.find('labs-console').innerText()).toContain('rows 5')
  })

  it('names the mistake of a wrong one, and the first wrong tensor from the output back', async () => {
    await write(twoLayers.replace('dZ[Z <= 0] = 0', 'pass'))
    await check()
    await expect.poll(sentence, PATIENCE).toContain('ReLU passes every gradient')
    expect(await window.current.find('labs-table').locator('tr', { hasText: 'dW1' }).innerText()).toContain('first wrong')
  })

  it('marks the line where a program fails, with a sentence beside what Python says', async () => {
    await write(twoLayers.replace('H.T @ ds', 'H @ ds'))
    await check()
    await expect.poll(sentence, PATIENCE).toContain('Line 16: The matrix product does not fit')
    expect(await window.current.find('labs-editor').locator('.cm-failed').innerText()).toContain('H @ ds')
    expect(await window.current.find('labs-outcome').locator('pre').innerText()).toContain('ValueError: matmul')
  })

  it('is stopped while it runs without end, and checks again', async () => {
    await write('while True: pass')
    await window.current.click('labs-check')
    await window.current.click('labs-stop')
    await expect.poll(sentence, PATIENCE).toBe('The program was stopped.')
    await write(twoLayers)
    await check()
    await expect.poll(sentence, PATIENCE).toContain('No gradient is wrong')
  })

  it('checks the network in the app as it stands, from the beginning with its shapes', async () => {
    const content = window.current.find('labs-editor').locator('.cm-content')
    await window.current.find('labs-case').selectOption('app')
    await expect.poll(() => content.innerText(), PATIENCE).toContain('X (16, 4), y (16,) class indices')
    await write(twoLayers.replace('np.maximum(0, Z)', 'np.tanh(Z)').replace('dZ[Z <= 0] = 0', 'dZ *= 1 - H * H'))
    await check()
    await expect.poll(sentence, PATIENCE).toContain('No gradient is wrong')
    await window.current.find('labs-case').selectOption('L000')
  })

  it('checks gradients that were computed elsewhere', async () => {
    const choose = (name: string, text: string) =>
      window.current.page
        .locator('input[accept=".npz,.csv,.json"]')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    const zeros = (rows: number, columns: number) => Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))
    const gradients = [
      { W: zeros(2, 4), b: zeros(1, 4)[0] },
      { W: zeros(4, 3), b: zeros(1, 3)[0] }
    ]
    await choose('zeros.json', JSON.stringify({ gradients }))
    await expect.poll(sentence, PATIENCE).toContain('gradients are wrong')
    expect(await window.current.find('labs-file').innerText()).toBe('Gradients in zeros.json')
    await choose('half.csv', 'tensor,row,column,gradient\nW1,0,0,1\n')
    await expect.poll(() => window.current.find('labs-error').innerText(), PATIENCE).toContain('gradients[0].W')
  })

  it('runs the program where neither the bridge nor the bundle is', async () => {
    const { page } = window.current
    const frame = page.frames().find((one) => one.url().startsWith('app://student/'))
    expect(page.frames().map((one) => one.url())).toContain('app://student/index.html')
    expect(
      await frame?.evaluate(async () => ({
        bridge: typeof Reflect.get(globalThis, 'bridge'),
        node: typeof Reflect.get(globalThis, 'process'),
        bundle: await fetch('app://bundle/index.html').then(
          () => 'read',
          () => 'refused'
        ),
        network: await fetch('https://example.org/').then(
          () => 'read',
          () => 'refused'
        )
      }))
    ).toEqual({ bridge: 'undefined', node: 'undefined', bundle: 'refused', network: 'refused' })
    expect(window.current.takeErrors().filter((error) => !error.startsWith('Refused to connect'))).toEqual([])
  })
})
