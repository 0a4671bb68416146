import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { weightFormatNames } from '#core'
import { cli, dataFolder } from '../support/cli'
import { temporaryFolders } from '../support/folders'

const folder = temporaryFolders()
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

async function trained(line: string): Promise<string> {
  const out = join(folder(), 'run')
  const { code, stderr } = await cli(['train', '--out', out, '--epochs', '4', ...line.split(' ')])
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
  return out
}

async function predicted(model: string, data: string) {
  const out = join(folder(), '新', 'predictions.csv')
  const result = await cli(['predict', '--model', model, '--data', data, '--out', out])
  return { ...result, out, text: existsSync(out) ? read(out) : '' }
}

describe('predict', () => {
  it.each([
    '--data iris',
    '--data iris --precision f32 --scale robust',
    '--data breast-cancer --loss binary-cross-entropy --scale minmax',
    '--data penguins --target species --missing indicator --encode ordinal',
    '--data penguins --target body_mass_g --missing median --override sex:missing=mode',
    '--data penguins --target body_mass_g,bill_length_mm --hidden 8,4'
  ])('on the training file answers for every test row what predictions.csv says: %s', async (line) => {
    const run = await trained(line)
    const file = join(dataFolder, `${line.split(' ')[1]}.csv`)
    const own = read(run, 'predictions.csv').trimEnd().split('\n')
    for (const model of [run, ...weightFormatNames.map((name) => join(run, `weights.${name}`))]) {
      const { code, text, stdout, out } = await predicted(model, file)
      expect({ code, stdout }).toEqual({ code: 0, stdout: `${out}\n` })
      const lines = new Set(text.trimEnd().split('\n'))
      expect(own.filter((one) => !lines.has(one))).toEqual([])
      expect(lines.size).toBeGreaterThan(own.length)
    }
  })

  it('reads decimal commas as the file of the model was read, where new rows do not tell', async () => {
    const file = join(folder(), 'commas.csv')
    const row = (i: number) => `${i % 7},${i % 10}5;${(i * 37) % 4000},25;${i % 2 ? 'a' : 'b'}\n`
    writeFileSync(file, `x;y;label\n${Array.from({ length: 60 }, (_, i) => row(i)).join('')}`)
    const run = join(folder(), 'run')
    expect((await cli(['train', '--data', file, '--target', 'label', '--out', run, '--epochs', '4'])).code).toBe(0)
    const answers = async (rows: string) => {
      const path = join(folder(), 'new.csv')
      writeFileSync(path, `x;y\n${rows}`)
      const { code, text } = await predicted(run, path)
      return [
        code,
        ...text
          .split('\n')
          .slice(1)
          .map((line) => line.split(',').slice(2))
      ]
    }
    expect(await answers('1;1.234\n')).toEqual(await answers('1,0;1234,0\n'))
    expect(await answers('1,125;1234\n')).toEqual(await answers('1,1250;1234,0\n'))
  })

  describe('on another file', () => {
    let run = ''
    beforeEach(async () => {
      run = await trained('--data penguins --target species --features island,bill_length_mm,sex')
    })
    const fileOf = (text: string) => {
      const path = join(folder(), 'new.csv')
      writeFileSync(path, text)
      return path
    }

    it('finds columns by name and has no truth where there is no target', async () => {
      const { code, text, stderr } = await predicted(
        run,
        fileOf('sex;bill_length_mm;island;note\nmale;39,1;Biscoe;x\nfemale;40,2;Dream;y\n')
      )
      expect(code).toBe(0)
      const [header, ...rows] = text.trimEnd().split('\n')
      expect(header).toBe('row,prediction,probability_Adelie,probability_Chinstrap,probability_Gentoo')
      expect(rows.map((row) => row.split(',')[0])).toEqual(['2', '3'])
      expect(stderr).toContain('The model does not use these columns: `note`.')
      expect(stderr).toContain('2 of 2 rows predicted')
    })

    it('names a category that training did not know, and a row that misses a value, with their rows', async () => {
      const { code, text, stderr } = await predicted(
        run,
        fileOf('island,bill_length_mm,sex\nDream,40,male\nAtlantis,41,male\nDream,NA,male\n')
      )
      expect(code).toBe(0)
      expect(stderr).toContain('Column `island`: 1 row has a value not seen in training (row 3, `Atlantis`)')
      expect(stderr).toContain('Note: 1 of 3 rows has a missing value')
      expect(stderr).toContain('2 of 3 rows predicted')
      expect(text.trimEnd().split('\n')).toHaveLength(3)
    })

    it('takes any name for a column, however a program may use it', async () => {
      const home = folder()
      const path = join(home, 'names.csv')
      const lines = Array.from({ length: 20 }, (_, i) => `${i},${i % 3 ? 'x' : 'NA'},${i % 5},${i % 2 ? 'a' : 'b'}`)
      writeFileSync(path, ['__proto__,constructor,"a=b;c:d",toString', ...lines, ''].join('\n'))
      const args = ['--data', path, '--target', 'toString', '--missing', 'indicator', '--epochs', '2', '--out', join(home, 'run')]
      expect((await cli(['train', ...args])).code).toBe(0)
      for (const model of [join(home, 'run'), join(home, 'run', 'weights.json'), join(home, 'run', 'weights.npz')]) {
        const { code, text } = await predicted(model, path)
        const lines = new Set(text.split('\n'))
        expect(code).toBe(0)
        expect(
          read(home, 'run', 'predictions.csv')
            .split('\n')
            .filter((line) => !lines.has(line))
        ).toEqual([])
      }
    })

    it('reads durations as seconds where those that it was trained on were', async () => {
      const home = folder()
      const path = join(home, 'runs.csv')
      const lines = Array.from({ length: 30 }, (_, i) => `${15 + i}:${10 + i},${i % 7},${i % 2 ? 'a' : 'b'}`)
      writeFileSync(path, ['time,laps,kind', ...lines, ''].join('\n'))
      expect((await cli(['train', '--data', path, '--target', 'kind', '--epochs', '2', '--out', join(home, 'run')])).code).toBe(0)
      // By themselves the first ones would be times of day.
      const early = await predicted(join(home, 'run'), fileOf('time,laps\n09:00,1\n12:30,2\n'))
      const late = await predicted(join(home, 'run'), fileOf('time,laps\n0:09:00,1\n0:12:30,2\n'))
      expect(early.code).toBe(0)
      expect(early.text).toBe(late.text)
      expect(early.stderr).not.toContain('time of day')
    })

    it('reads cells as those that it was trained on', async () => {
      const home = folder()
      const path = join(home, 'dates.csv')
      const lines = Array.from(
        { length: 30 },
        (_, i) => `2024-01-${String(i + 1).padStart(2, '0')},${i % 7 ? i : 'gone'},${i % 3},${i % 2 ? 'a' : 'b'}`
      )
      writeFileSync(path, ['day,size,code,kind', ...lines, ''].join('\n'))
      const args = [
        '--data',
        path,
        '--target',
        'kind',
        '--missing-values',
        'gone',
        '--missing',
        'mean',
        '--epochs',
        '2',
        '--out',
        join(home, 'run')
      ]
      expect((await cli(['train', ...args])).code).toBe(0)
      // By themselves these few cells would be texts.
      const { code, stderr, text } = await predicted(join(home, 'run'), fileOf('day,size,code\n2024-02-01,gone,1\n2024-02-02,5,2\n'))
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
      expect(stderr).toContain('Column `size`: 1 missing value is filled with')
      expect(text.trimEnd().split('\n')).toHaveLength(3)
    })

    it.each([
      ['a column less', 'island,sex\nDream,male\n', 'There is no column `bill_length_mm`; the columns are `island`, `sex`.'],
      [
        'a text for a number',
        'island,bill_length_mm,sex\nDream,40,male\nDream,long,male\n',
        'Row 3, column 2 (`bill_length_mm`): `long` is not a number.'
      ]
    ])('with %s is refused with exit 3, nothing written', async (_what, text, sentence) => {
      const path = fileOf(text)
      const home = folder()
      const { code, stdout, stderr } = await cli(['predict', '--model', run, '--data', path, '--out', join(home, 'new', 'p.csv')])
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
      expect(stderr).toContain(`${path}: ${sentence}`)
      expect(readdirSync(home)).toEqual([])
    })

    it('is refused with exit 2 where there is no model, or none that can be used', async () => {
      const home = folder()
      const broken = join(home, 'weights.json')
      writeFileSync(broken, '{}')
      mkdirSync(join(home, 'folds', 'fold-1'), { recursive: true })
      const refused = async (model: string) => {
        const { code, stdout, stderr } = await cli(['predict', '--model', model, '--data', 'penguins', '--out', join(home, 'p.csv')])
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
        expect(existsSync(join(home, 'p.csv'))).toBe(false)
        return stderr
      }
      expect(await refused(join(home, 'none'))).toContain('cannot be read (ENOENT)')
      expect(await refused(dataFolder)).toContain('cannot be read')
      expect(await refused(join(dataFolder, 'iris.csv'))).toContain('cannot be read (.csv)')
      expect(await refused(broken)).toContain(`${broken}: tensors is missing`)
      expect(await refused(join(home, 'folds'))).toContain('holds a cross-validation: choose one of its runs')
    })

    it('is refused with exit 2 where the file cannot be written, and without one of its flags', async () => {
      const home = folder()
      expect(await cli(['predict', '--model', run, '--data', 'penguins', '--out', home])).toMatchObject({ code: 2, stdout: '' })
      expect(await cli(['predict', '--model', run, '--data', 'penguins'])).toMatchObject({
        code: 2,
        stderr: '--out is missing: --out DIR.\n'
      })
      expect(await cli(['predict', '--data', 'penguins', '--out', 'p.csv'])).toMatchObject({
        code: 2,
        stderr: '--model is missing: --model DIR|FILE.\n'
      })
    })
  })
})
