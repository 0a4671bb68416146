import { gradient } from './states/gradient.mjs'
import { firstRun } from './states/first-run.mjs'
import { insights } from './states/insights.mjs'
import { dialogs } from './states/dialogs.mjs'
import { dataViews } from './states/data.mjs'
import { tasks } from './states/tasks.mjs'
import { toys } from './states/toys.mjs'
import { extremes } from './states/extremes.mjs'
import { trouble } from './states/trouble.mjs'

/**
 * A state worth a picture. It is reached from the one before it in its chapter, in whatever language the window is then; `leave` puts
 * right what would be in the next one's way.
 *
 * @typedef {import('./driver.mjs').Stage} Stage
 * @typedef {{ name: string, reach: (stage: Stage) => Promise<unknown>, leave?: (stage: Stage) => Promise<unknown> }} State
 * @typedef {{ name: string, states: readonly State[] }} Chapter
 */

/**
 * Every page, panel and state of the window. A chapter starts in a new window; so that one picture can be taken without the rest.
 * @type {readonly Chapter[]}
 */
export const chapters = [
  { name: 'first-run', states: firstRun },
  { name: 'gradient', states: gradient },
  { name: 'insights', states: insights },
  { name: 'data', states: dataViews },
  { name: 'tasks', states: tasks },
  { name: 'toys', states: toys },
  { name: 'dialogs', states: dialogs },
  { name: 'extremes', states: extremes },
  { name: 'trouble', states: trouble }
]
