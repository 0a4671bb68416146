import { describe, expect, it } from 'vitest'
import type { Settings } from '#core'
import { fieldOfPatch } from '../../../../src/renderer/features/settings/patch-field'

describe('the field of a change', () => {
  it.each<[Partial<Settings>, string]>([
    [{ learningRate: 0.1 }, 'learningRate'],
    [{ scale: 'standard' }, 'scale'],
    [{ hidden: [] }, 'hidden'],
    [{ test: 0.3 }, 'test']
  ])('%o stands beside %s', (patch, field) => {
    expect(fieldOfPatch(patch)).toBe(field)
  })
})
