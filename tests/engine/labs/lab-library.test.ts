import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bugTable, lessonCase, mistakeNames, predictTruth } from '#core'
import { lessonNames } from '#shared/lessons'
import { LAB_ENDING, listLessons, readLab, requireVersion } from '../../../src/engine/labs/lab-library'
import { temporaryFolders } from '../../support/folders'

const temporaryFolder = temporaryFolders()
const folder = join(import.meta.dirname, '../../../data/lessons')

/** The answers to the predictions of each lesson, section by section, computed by PyTorch or by hand. */
const truths: Readonly<Record<(typeof lessonNames)[number], readonly number[]>> = {
  'lesson-1-graphs': [-4, -8, 0, -2],
  'lesson-2-dense-layers': [6, -0.950042, 1],
  'lesson-3-cross-entropy': [16, -0.375, -5],
  'lesson-4-softmax': [0, 0, Math.log(3)],
  'lesson-5-many-layers': [0, 24, 0],
  'lesson-6-second-order': [3, 0, 9]
}

describe('the lessons', () => {
  it('are listed in their order with their size', async () => {
    const infos = await listLessons(folder)
    expect(infos.map(({ name }) => name)).toEqual(lessonNames)
    for (const { points, sections } of infos) expect(points).toBeGreaterThan(sections)
  })

  it.each(lessonNames)('have the answers that others computed: %s', async (name) => {
    const { lab } = await readLab(join(folder, name + LAB_ENDING))
    const found = lab.sections.flatMap(({ task }) => (task?.kind === 'predict' ? [predictTruth(task, null)] : []))
    expect(found).toHaveLength(truths[name].length)
    for (const [i, truth] of truths[name].entries()) expect(Math.abs((found[i] ?? NaN) - truth)).toBeLessThan(1e-9)
  })

  it.each(lessonNames)('read, predict, search, write and explain, each with an example that is there: %s', async (name) => {
    const { lab } = await readLab(join(folder, name + LAB_ENDING))
    const kinds = new Set(lab.sections.map(({ task }) => task?.kind ?? 'read'))
    expect([...kinds].sort()).toEqual(['bug', 'code', 'predict', 'read', 'text'])
    expect(lab.lab).toBe(name)
    for (const { task, text } of lab.sections) {
      if (task?.kind === 'code') expect(lessonCase(task.lesson ?? '')).not.toBeNull()
      // As many formulas and blocks of code in either language.
      for (const mark of ['$', '```']) expect(text.zh.split(mark).length).toBe(text.en.split(mark).length)
    }
  })
})

describe('the tables of planted mistakes', () => {
  it.each([
    ['L000', 'half-regularizer', 'W1 8, W2 10'],
    ['L000', 'regularized-bias', 'b1 4, b2 2'],
    ['L000', 'unmasked-relu', 'W1 8, b1 4'],
    ['L000', 'mask-on-gradient', 'W1 7, b1 4'],
    ['L000', 'bias-before-mask', 'b1 4'],
    ['L000', 'bias-of-all', 'b1 4, b2 3'],
    ['L001w1', 'unmasked-relu', 'W1 5, b1 2'],
    ['L001w1', 'mask-on-gradient', 'W1 3, b1 1'],
    ['L001w1', 'weights-left-out', 'W1 6, b1 2'],
    ['L002', 'slope-at-activation', 'W1 8, W2 6'],
    ['L002', 'passed-on-before-slope', 'W1 8'],
    ['L002', 'softmax-jacobian', 'W1 8, W2 6, W3 6'],
    ['L004', 'slope-left-out', 'W1 6, b1 3']
  ] as const)('are those that PyTorch gives: %s, %s', (lesson, fault, expected) => {
    expect(mistakeNames).toContain(fault)
    const failed = bugTable(lesson, fault).tensors.filter((tensor) => tensor.failed > 0)
    expect(failed.map((tensor) => `${tensor.name} ${tensor.failed}`).join(', ')).toBe(expected)
  })
})

describe('a lab file', () => {
  it('is refused by line and field, also where a task cannot be marked', async () => {
    const path = join(mkdtempSync(join(temporaryFolder(), 'lab-')), 'mine.lab.md')
    const text = readFileSync(join(folder, 'lesson-4-softmax.lab.md'), 'utf8')
    writeFileSync(path, text.replace('engine L000.dZ2[0].sum', 'engine L000.dZ9[0].sum'))
    await expect(readLab(path)).rejects.toMatchObject({ code: 'lab-file.no-value' })
    writeFileSync(path, text.replace('format: 1', 'format: 2'))
    await expect(readLab(path)).rejects.toMatchObject({ code: 'lab-file.value', details: { line: 2, key: 'format' } })
    await expect(readLab(join(folder, 'none.lab.md'))).rejects.toMatchObject({ code: 'data.missing-file' })
  })

  it.each([
    ['0.2', '0.2.0', true],
    ['0.2', '0.10.1', true],
    ['1', '0.9.9', false],
    ['0.2.1', '0.2.0', false]
  ])('that needs %s is opened by %s: %j', async (app, version, isOpened) => {
    const { lab } = await readLab(join(folder, 'lesson-4-softmax.lab.md'))
    const open = () => requireVersion({ ...lab, app }, version)
    if (isOpened) expect(open).not.toThrow()
    else expect(open).toThrow('This lab needs Backprop Lab')
  })
})
