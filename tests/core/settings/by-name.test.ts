import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parseSettings, suggestSettings } from '#core'
import { byName, storedByName } from '../../../src/core/settings/by-name'
import { refusalOf, sampleTable } from '../../support/tables'

const names = ['x', '__proto__', 'constructor', 'prototype', '']

describe('values by name', () => {
  it('are taken for any name, as an object or as stored pairs', () => {
    const values = Object.fromEntries(names.map((name, i) => [name, i]))
    const parsed = v.parse(byName(v.number()), values)
    expect(Object.entries(parsed)).toEqual(Object.entries(values))
    const stored: unknown = JSON.parse(JSON.stringify(storedByName(parsed)))
    expect(Array.isArray(stored)).toBe(true)
    expect(Object.entries(v.parse(byName(v.number()), stored))).toEqual(Object.entries(values))
    expect(storedByName({ x: 1 })).toEqual({ x: 1 })
  })

  it('are refused by their place', () => {
    const settings = { ...suggestSettings(sampleTable('iris')), overrides: { sepal_length: { scale: 'cubic' } } }
    expect(refusalOf(() => parseSettings(settings)).details.field).toBe('overrides.sepal_length.scale')
    expect(v.safeParse(byName(v.number()), 3).success).toBe(false)
  })
})
