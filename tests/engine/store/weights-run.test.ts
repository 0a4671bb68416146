import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { weightFormatNames, weightFormats, type JsonObject, type Settings } from '#core'
import { ExperimentService } from '../../../src/engine/experiment-service'
import type { StateEvent } from '#shared/contract'
import { dataFolder } from '../../support/cli'
import { opened, stateOf } from '../../support/experiment-service'
import { temporaryFolders } from '../../support/folders'

const folder = temporaryFolders()
const grant = '00000000-0000-4000-8000-000000000000'

function serviceWith(sessionFolder = folder()) {
  let finished = () => {}
  const engine = { choice: 'plain', threads: 1 } as const
  const service = new ExperimentService({ version: '0', dataFolder, sessionFolder, engine }, (event, payload) => {
    if (event === 'state' && (payload as StateEvent).state.run.status === 'finished') finished()
  })
  const state = () => stateOf(service)
  const train = async (changes: Partial<Settings>) => {
    const done = new Promise<void>((resolve) => (finished = resolve))
    await service.handlers.changeSettings({ settings: { ...(await state()).settings, ...changes } })
    await service.handlers.run(undefined)
    await done
    return state()
  }
  const open = (path: string) => {
    service.allow(grant, path, 'read')
    return stateOf(service, service.handlers.openWeights({ grant }))
  }
  const save = async (format: (typeof weightFormatNames)[number]) => {
    const path = join(folder(), `weights.${format}`)
    service.allow(grant, path, 'write')
    await service.handlers.exportWeights({ grant, format })
    return path
  }
  return { service, state, train, open, save }
}

describe('weights that are opened', () => {
  it.each(weightFormatNames)('go on at their epoch with their settings, as if they had never been closed (%s)', async (format) => {
    const before = serviceWith()
    const trained = await before.train({ epochs: 6, hidden: [{ units: 5, activation: 'relu' }], learningRate: 0.03 })
    const path = await before.save(format)

    const after = serviceWith()
    await after.state()
    const opened = await after.open(path)
    expect(opened.settings).toEqual(trained.settings)
    expect(opened.run).toMatchObject({ status: 'finished', epoch: 6, step: trained.run.step })
    expect(opened.history.trainLoss).toHaveLength(7)
    expect(opened.history).toEqual(trained.history)

    const [goesOn, unbroken] = [await after.train({ epochs: 9 }), await before.train({ epochs: 9 })]
    expect(Array.from(goesOn.history.trainLoss.slice(6))).toEqual(Array.from(unbroken.history.trainLoss.slice(6)))
    await Promise.all([before.service.shutdown(), after.service.shutdown()])
  })

  it.each([
    ['adam', ['note.memory-afresh']],
    ['sgd', []]
  ] as const)('say where a file has no state that %s would go on from', async (kind, wanted) => {
    const before = serviceWith()
    await before.train({ epochs: 2, optimizer: { kind } })
    const path = await before.save('json')
    const { read, write } = weightFormats.json
    const { tensors, metadata } = read(readFileSync(path))
    const { epoch, settings } = metadata.training as { epoch: number; settings: JsonObject }
    writeFileSync(path, write({ tensors, metadata: { ...metadata, training: { epoch, settings } } }))
    const opened = await before.open(path)
    expect(opened.prepared?.notes.map(({ code }) => code)).toEqual(wanted)
    expect(opened.history.trainLoss[1]).toBeNaN()
    await before.service.shutdown()
  })

  it('are in the session as soon as they are open, for no seed leads to them', async () => {
    const before = serviceWith()
    await before.train({ epochs: 3, learningRate: 0.03 })
    const path = await before.save('npz')
    const sessionFolder = folder()
    const first = serviceWith(sessionFolder)
    await first.state()
    const opened = await first.open(path)
    const second = serviceWith(sessionFolder)
    expect(await second.state()).toMatchObject({ run: { epoch: 3, step: opened.run.step }, history: opened.history })
    await Promise.all([before, first, second].map(({ service }) => service.shutdown()))
  })

  it('in a file from before the settings were kept go on from epoch 0, with what the file has', async () => {
    const before = serviceWith()
    const trained = await before.train({ epochs: 2, hidden: [{ units: 5, activation: 'relu' }], learningRate: 0.03 })
    const { read, write } = weightFormats.json
    const path = await before.save('json')
    const { tensors, metadata } = read(readFileSync(path))
    const { training: _, ...earlier } = metadata
    writeFileSync(path, write({ tensors, metadata: earlier }))

    const after = serviceWith()
    const { settings: chosen } = await after.state()
    const opened = await after.open(path)
    expect(opened.settings).toMatchObject({
      hidden: trained.settings.hidden,
      features: trained.settings.features,
      learningRate: chosen.learningRate
    })
    expect(opened.run).toMatchObject({ status: 'idle', epoch: 0 })
    expect(opened.history.trainLoss[0]).toBe(trained.history.trainLoss[2])
    await Promise.all([before.service.shutdown(), after.service.shutdown()])
  })

  it('of other data are refused, and what is open stays', async () => {
    const before = serviceWith()
    await before.state()
    await opened(before.service, before.service.handlers.readSample({ name: 'wine' }))
    const path = await before.save('safetensors')
    const after = serviceWith()
    await after.state()
    await expect(after.open(path)).rejects.toMatchObject({ code: 'data.no-column', details: { name: 'cultivar' } })
    expect((await after.state()).data.name).toBe('iris')
    await Promise.all([before.service.shutdown(), after.service.shutdown()])
  })

  it('of the same columns with other numbers are refused by the first that differs', async () => {
    const before = serviceWith()
    await before.train({ epochs: 1 })
    const path = await before.save('npz')
    const after = serviceWith()
    await after.state()
    const csv = Array.from({ length: 60 }, (_, n) => `${n},${n % 7},${n % 5},${n % 3},${['setosa', 'versicolor', 'virginica'][n % 3]}`)
    const header = (await before.state()).data.columns.map(({ name }) => name).join(',')
    await opened(after.service, after.service.handlers.readText({ text: `${header}\n${csv.join('\n')}\n`, name: 'other.csv' }))
    await expect(after.open(path)).rejects.toMatchObject({ code: 'request.weights-fit' })
    await Promise.all([before.service.shutdown(), after.service.shutdown()])
  })

  it('are recognized by their extension', async () => {
    const { service, open, state } = serviceWith()
    await state()
    await expect(open(join(folder(), 'weights.h5'))).rejects.toMatchObject({
      code: 'request.weights-kind',
      details: { name: 'weights.h5' }
    })
    await service.shutdown()
  })
})
