import { describe, expect, it } from 'vitest'
import { Trainer, plainMachine } from '#core'
import { startBackend } from '../../../src/node/kernels/start-backend'
import { threeBlobs } from '../../support/blobs'

describe('the engine of this process', () => {
  it.each(['fast', 'safe', 'emulated'] as const)('%s passes its self-test, and trains to the bits of the plain one', (choice) => {
    const engine = startBackend({ choice, threads: 1 })
    expect(engine).toMatchObject({ tier: choice, notes: [] })
    const [fast, plain] = [engine.machine, plainMachine].map((machine) => new Trainer({ ...threeBlobs(), machine }))
    for (let e = 0; e < 5; e++) expect(fast.trainEpoch()).toEqual(plain.trainEpoch())
    expect(fast.parameters).toEqual(plain.parameters)
  })

  it('tests itself once', () => {
    const request = { choice: 'safe', threads: 1 } as const
    expect(startBackend(request)).toBe(startBackend(request))
  })
})
