import { describe, expect, test } from 'vitest'
import { parts as all } from '../../../scripts/attack/parts.mjs'
import { temporaryFolders } from '../../support/folders'

interface Part {
  readonly name: string
  readonly title: string
  readonly run: (options: object) => Promise<{ figures: Record<string, number | string>; failures: string[] }>
}

// The network is watched in the package's own tests, which build one.
const parts = (all as readonly Part[]).filter(({ name }) => name !== 'network')

const newFolder = temporaryFolders()

describe('the attacks, a sample of each', () => {
  test.each(parts)('$name: $title', async ({ run }) => {
    const { figures, failures } = await run({ short: true, seed: 1, folder: newFolder(), say: () => undefined })
    expect(failures).toEqual([])
    expect(Object.keys(figures).length).toBeGreaterThan(0)
  })
})
