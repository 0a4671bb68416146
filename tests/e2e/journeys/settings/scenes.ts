import type { Scene } from './changes'
import { irisScenes } from './iris'
import { optimizerScenes, scheduleScenes, splitScenes } from './options'
import { ownScenes } from './own'

/** Every control of the sidebar, in the order of its sections, and then those that come with some settings only. */
export const scenes: readonly Scene[] = [...irisScenes, ...optimizerScenes, ...scheduleScenes, ...splitScenes, ...ownScenes]
