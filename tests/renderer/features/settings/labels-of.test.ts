import { describe, expect, it } from 'vitest'
import { initializers, losses, optimizers, schedules } from '#core'
import { labelsOf } from '../../../../src/renderer/features/settings/labels-of'

type Labelled = Parameters<typeof labelsOf<string>>[0]

const catalogues: readonly (readonly [string, Labelled])[] = Object.entries({ initializers, losses, optimizers, schedules })

describe.each(catalogues)('the labels of %s', (_name, catalogue) => {
  it.each(['en', 'zh'] as const)('name every entry in %s, no two alike', (language) => {
    const labels = labelsOf(catalogue, language)
    expect(Object.keys(labels)).toEqual(Object.keys(catalogue))
    expect(new Set(Object.values(labels)).size).toBe(Object.keys(catalogue).length)
    for (const label of Object.values(labels)) expect(label.trim()).not.toBe('')
  })
})
