import type { AppWindow } from '../support/app-window'
import { gradient } from './states/gradient'
import { firstRun } from './states/first-run'
import { insights } from './states/insights'
import { dialogs } from './states/dialogs'
import { dataViews } from './states/data'
import { importing } from './states/import'
import { notes } from './states/notes'
import { pageStates } from './states/pages'
import { microscope } from './states/microscope'
import { tabs } from './states/tabs'
import { tasks } from './states/tasks'
import { graph } from './states/graph'
import { collecting } from './states/collect'
import { labs } from './states/labs'
import { lessons } from './states/lessons'
import { toys } from './states/toys'
import { extremes } from './states/extremes'
import { trouble } from './states/trouble'

/**
 * A state worth a picture. It is reached from the one before it in its chapter, in whatever language the window is then; `leave` undoes
 * what would be in the next one's way.
 */
export interface State {
  readonly name: string
  /** `folder` is for the tables it opens. */
  readonly reach: (appWindow: AppWindow, folder: string) => Promise<unknown>
  readonly leave?: (appWindow: AppWindow) => Promise<unknown>
  /** Where the page itself says what there is to see: the parts of the state, each a picture of its own. */
  readonly parts?: (appWindow: AppWindow) => Promise<readonly Part[]>
}

/** One part of a state. */
export interface Part {
  readonly name: string
  readonly show: () => Promise<unknown>
}

export interface Chapter {
  readonly name: string
  readonly states: readonly State[]
}

/**
 * Every page, panel and state of the window. A chapter starts in a new window; so that one picture can be taken without the rest.
 */
export const chapters: readonly Chapter[] = [
  { name: 'first-run', states: firstRun },
  { name: 'tabs', states: tabs },
  { name: 'gradient', states: gradient },
  { name: 'insights', states: insights },
  { name: 'data', states: dataViews },
  { name: 'import', states: importing },
  { name: 'notes', states: notes },
  { name: 'tasks', states: tasks },
  { name: 'microscope', states: microscope },
  { name: 'toys', states: toys },
  { name: 'graph', states: graph },
  { name: 'lessons', states: lessons },
  { name: 'labs', states: labs },
  { name: 'collect', states: collecting },
  { name: 'dialogs', states: dialogs },
  { name: 'pages', states: pageStates },
  { name: 'extremes', states: extremes },
  { name: 'trouble', states: trouble }
]
