import { describe, expect, it } from 'vitest'
import { inEnglish } from './support/app-window'
import { useAppWindow } from './support/use-app-window'

/** A window that paints fewer frames a second is felt to hang. Displays paint 60, a virtual one as many as it can. */
const FEWEST_FRAMES = 20

/** Generous, for a machine that does everything else at the same time; the figures are printed for a human eye. */
const LONGEST_ANSWER_MS = 1000

/** Frames painted in a second, and the longest time between two, in milliseconds. */
interface Frames {
  readonly frames: number
  readonly longest: number
}

describe('the window while it trains at full speed', () => {
  const window = useAppWindow({ preferences: inEnglish })

  it('goes on painting', async () => {
    const appWindow = window.current
    await appWindow.type('epochs', '1000000')
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(200)
    const { frames, longest } = await measureFrames()
    console.log(`training iris at full speed: ${frames} frames a second, the longest ${Math.round(longest)} ms`)
    expect(frames).toBeGreaterThan(FEWEST_FRAMES)
  })

  it('goes on painting when the curves are thousands of epochs long', async () => {
    const appWindow = window.current
    // One unit and the largest batch: as many epochs a second as there can be.
    await appWindow.click('pause-button')
    await appWindow.type('batch-size', '112')
    await appWindow.type('hidden-text', '1')
    await appWindow.click('confirm-ok')
    await appWindow.page.getByText('4 → 1 tanh → 3 softmax').waitFor()
    await appWindow.click('run-button')
    await appWindow.waitForEpoch(6_000)
    const { frames, longest } = await measureFrames()
    console.log(`curves of ${await appWindow.epoch()} epochs: ${frames} frames a second, the longest ${Math.round(longest)} ms`)
    expect(frames).toBeGreaterThan(FEWEST_FRAMES)
  })

  it('answers a click on Pause at once', async () => {
    const appWindow = window.current
    const answers: number[] = []
    for (let round = 0; round < 5; round++) {
      answers.push(await timeOfClick('pause-button', 'paused'))
      answers.push(await timeOfClick('run-button', 'running'))
    }
    await appWindow.click('pause-button')
    console.log(`pause and resume: ${answers.map((ms) => Math.round(ms)).join(', ')} ms`)
    expect(Math.max(...answers)).toBeLessThan(LONGEST_ANSWER_MS)
  })

  it('answers while a large network is trained, whose steps are long', async () => {
    const appWindow = window.current
    await appWindow.find('sample-select').selectOption('digits')
    await appWindow.click('confirm-ok')
    await appWindow.page.getByText('→ 10 softmax').waitFor()
    await appWindow.type('hidden-text', '512, 512')
    await appWindow.page.getByText('512 tanh → 512 tanh').waitFor()
    await appWindow.type('batch-size', '1348')
    await appWindow.click('run-button')
    await appWindow.waitForStatus('running')
    const { frames, longest } = await measureFrames()
    const answer = await timeOfClick('pause-button', 'paused')
    console.log(
      `61 → 512 → 512 → 10 on whole batches: ${frames} frames a second, the longest ${Math.round(longest)} ms,`,
      `pause after ${Math.round(answer)} ms`
    )
    expect(frames).toBeGreaterThan(FEWEST_FRAMES)
  })

  /** The best of a few seconds: what else the machine does in the others is not the window's fault. */
  async function measureFrames(): Promise<Frames> {
    let best: Frames = { frames: 0, longest: Infinity }
    for (let second = 0; second < 5 && best.frames <= FEWEST_FRAMES; second++) {
      const next = await framesOfASecond()
      if (next.frames > best.frames) best = next
    }
    return best
  }

  function framesOfASecond(): Promise<Frames> {
    return window.current.page.evaluate(async () => {
      const start = performance.now()
      let last = start
      let frames = 0
      let longest = 0
      while (last - start < 1000) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now())))
        longest = Math.max(longest, now - last)
        last = now
        frames++
      }
      return { frames, longest }
    })
  }

  /** Milliseconds from a click to the status it leads to, measured in the page. */
  function timeOfClick(button: string, status: string): Promise<number> {
    return window.current.page.evaluate(
      async ([testId, wanted]) => {
        const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
        const pill = find('status-pill')
        if (!pill) throw new Error('There is no status pill.')
        const start = performance.now()
        const changed = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (pill.dataset.status !== wanted) return
            observer.disconnect()
            resolve()
          })
          observer.observe(pill, { attributes: true })
        })
        find(testId)?.click()
        await changed
        return performance.now() - start
      },
      [button, status] as const
    )
  }
})
