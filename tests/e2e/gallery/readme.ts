import type { Theme } from '../support/app-window'

/**
 * The pictures of the READMEs, as on a projector, each in its own language: states by their names (states.ts), and the theme they look best in.
 * They land in docs/screenshots/NAME-LANGUAGE.webp.
 */
export const readmePictures: readonly { readonly name: string; readonly state: string; readonly theme: Theme }[] = [
  // The first experiment, trained, with its gradients confirmed.
  { name: 'window', state: 'checked', theme: 'light' },
  { name: 'unit', state: 'unit', theme: 'light' },
  { name: 'inside', state: 'inside-times', theme: 'dark' },
  { name: 'doctor', state: 'doctor', theme: 'light' },
  { name: 'data', state: 'penguins-rows', theme: 'light' },
  { name: 'digits', state: 'digits-metrics', theme: 'light' },
  { name: 'spirals', state: 'toy-spirals', theme: 'dark' }
]

/** A README should load at once: no picture is larger, in bytes, and all together are not. */
export const readmeLimits = { one: 300_000, all: 2_500_000 }
