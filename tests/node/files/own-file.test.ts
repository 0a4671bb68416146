import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadData } from '../../../src/node/files/data-file'
import { ownKind } from '../../../src/node/files/own-file'

const kept = 'tests/fixtures/v0.1'

test.each([
  ['weights.json', 'weights'],
  ['weights.npz', 'weights'],
  ['weights.safetensors', 'weights'],
  ['settings.json', 'settings'],
  ['run/experiment.json', 'experiment'],
  ['session-file/session.safetensors', 'session']
])('%s is known for what it is, and no table', async (name, kind) => {
  const bytes = readFileSync(`${kept}/${name}`)
  expect(ownKind(bytes.subarray(0, 4096), bytes.subarray(-4096))).toBe(kind)
  await expect(loadData(`${kept}/${name}`)).rejects.toMatchObject({ code: `data.own-${kind}` })
})

test('a table that speaks of such files is a table', () => {
  const text = new TextEncoder().encode('format,n\nbackprop-lab-weights,1\n')
  expect(ownKind(text, text)).toBeNull()
})
