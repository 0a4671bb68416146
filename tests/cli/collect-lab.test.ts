import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, type CliResult } from '../support/cli'
import { describeIf } from '../support/conditions'
import { temporaryFolders } from '../support/folders'
import { answer, answersFile, labText, numberOf, rightNumber, runAnswer } from '../support/lab-students'
import { pythonRuntime } from '../support/python-inside'
import { twoLayers } from '../support/student-programs'

const folder = temporaryFolders()
const BOM = '\uFEFF'

/** A folder with the lab, and one for what is handed in. */
function classroom(files: Readonly<Record<string, string>>, root = folder()) {
  const handed = join(root, 'handed')
  mkdirSync(join(handed, 'late ones'), { recursive: true })
  writeFileSync(join(root, 'lab.md'), labText)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(handed, name), text)
  const out = join(root, 'out')
  const collect = (...more: string[]) => cli(['lab', 'collect', handed, '--lab', join(root, 'lab.md'), '--out', out, ...more])
  const read = (name: string) => readFileSync(join(out, name), 'utf8')
  return { root, handed, out, collect, read }
}

/** The rows of a CSV file without line breaks in its cells, its header first. */
const rowsOf = (text: string) =>
  text
    .replace(BOM, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
const named = (n: number) => `t-1_${numberOf(n)}.bpans`
const q1 = (text: string, tried = 1) => answer('q1', { try: tried, text })
const right = (n: number) => q1(String(rightNumber(numberOf(n))))
const code = (source: string) => answer('c1', { code: source })

/** A class of 60: 48 usual ones, of which the last twelve handed in nothing but a prediction, and twelve strange ones. */
function classOf60(): Record<string, string> {
  const files: Record<string, string> = {}
  for (let n = 1; n <= 48; n++) {
    const rest =
      n > 36 ? [] : [answer('b1', { tensor: n % 2 === 0 ? 'W1' : 'W2', why: 'no mask' }), answer('f1', { text: 'the mask looks at Z' })]
    files[named(n)] = answersFile(numberOf(n), [n % 3 === 0 ? q1('12345') : right(n), ...rest])
  }
  const whole = answersFile(numberOf(49), [right(49), answer('f1', { text: 'cut here' })])
  files[named(49)] = whole.slice(0, -20)
  files[named(50)] = answersFile(numberOf(50), [right(50), answer('f1', { text: 'was this' })]).replace('was this', 'was that') + '{}\n'
  files['homework final.txt'] = answersFile(numberOf(51), [right(51)])
  files[named(52)] = answersFile(numberOf(52), [right(52)])
  files[`copy ${named(52)}`] = answersFile(numberOf(52), [right(52), answer('f1', { text: 'further' })])
  files[named(53)] = answersFile(numberOf(53), [
    answer('q1', { try: 1, text: String(rightNumber(numberOf(53))) }, { elapsed: 91 * 60_000 })
  ])
  files[named(54)] = '\u0000\u0001 nothing of this is an answer'
  files[named(55)] = answersFile(numberOf(55), [right(55)], { format: 2 })
  files[named(56)] = answersFile(numberOf(56), [right(56)], { labHash: 'a'.repeat(64) })
  files['t-2_1.bpans'] = answersFile('1', [right(57)], { lab: 't-2' })
  files['t-1_x.bpans'] = answersFile('../../evil', [right(58)])
  files[named(59)] = answersFile(numberOf(59), [
    right(59),
    answer('f1', { text: '<script>alert(1)</script><img src=x onerror=alert(2)>' }),
    answer('b1', { tensor: '=HYPERLINK("http://x")', why: '=1+1' })
  ])
  files['t-1_99999999.bpans'] = answersFile('99999999', [q1('1')])
  return files
}

function roster(): string {
  const lines = Array.from({ length: 60 }, (_, n) => `${numberOf(n + 1)},Student ${n + 1},${n + 1 === 53 ? 30 : ''},`)
  return `学号,姓名,加时,成绩\n${lines.join('\n')}\n`
}

describe('lab collect, on a class of 60', () => {
  let room: ReturnType<typeof classroom>
  let result: CliResult
  beforeAll(async () => {
    room = classroom(classOf60(), mkdtempSync(join(tmpdir(), '一班 60-')))
    writeFileSync(join(room.root, 'roster.csv'), roster())
    symlinkSync(join(room.root, 'roster.csv'), join(room.handed, 'link.bpans'))
    writeFileSync(join(room.handed, 'late ones', 'all.zip'), 'PK')
    result = await room.collect('--roster', join(room.root, 'roster.csv'))
    // A whole class.
  })

  afterAll(() => rmSync(room.root, { recursive: true, force: true }))

  it('ends with 0, says where the marks are, and what is left to do', () => {
    expect(result).toMatchObject({ code: 0, stdout: `${join(room.out, 'marks.csv')}\n` })
    expect(result.stderr).toContain('56 students marked; ')
    expect(result.stderr).toContain('manual.csv')
  })

  it.each([
    [1, 2],
    [3, 0],
    [37, 2],
    [39, 0],
    [49, 2],
    [50, 2],
    [51, 2],
    [52, 2],
    [53, 2],
    [56, 2]
  ])('gives number %i its points for the prediction: %i', (n, points) => {
    const [header, ...rows] = rowsOf(room.read('marks.csv'))
    expect(header).toEqual(['id', 'name', 'q1 (2)', 'b1 (3)', 'c1 (6)', 'f1 (3)', 'r1 (2)', 'total', 'open', 'late', 'receipt'])
    expect(rows.find(([id]) => id === numberOf(n))?.slice(1, 3)).toEqual([`Student ${n}`, String(points)])
  })

  it('leaves what a person marks empty, with the total, and gives 0 where nothing was handed in', () => {
    const rows = rowsOf(room.read('marks.csv'))
    const of = (n: number) => rows.find(([id]) => id === numberOf(n))?.slice(2, 10)
    expect(of(1)).toEqual(['2', '', '0', '', '0', '', '2', '0'])
    expect(of(40)).toEqual(['2', '0', '0', '0', '0', '2', '0', '0'])
  })

  it('begins its tables with the mark by which spreadsheets know UTF-8', () => {
    for (const name of ['marks.csv', 'moodle.csv', 'similar.csv', 'problems.csv', 'manual.csv', 'filled.csv'])
      expect(room.read(name).startsWith(BOM), name).toBe(true)
  })

  it('names everything that is wrong with a file', () => {
    const kinds = rowsOf(room.read('problems.csv'))
      .slice(1)
      .map(([file, id, kind]) => `${file}|${id}|${kind}`)
    expect(kinds.sort()).toEqual(
      [
        `${named(49)}|${numberOf(49)}|cut`,
        `${named(50)}|${numberOf(50)}|tampered`,
        `homework final.txt|${numberOf(51)}|renamed`,
        `copy ${named(52)}|${numberOf(52)}|renamed`,
        `copy ${named(52)}|${numberOf(52)}|doubled`,
        `${named(54)}||damaged`,
        `${named(55)}||newer`,
        `${named(56)}|${numberOf(56)}|other-hash`,
        't-2_1.bpans|"1"|other-lab'.replaceAll('"', '"""'),
        't-1_x.bpans||bad-id',
        't-1_99999999.bpans|99999999|unknown-id',
        'link.bpans||link',
        'late ones/all.zip||packed',
        ...[54, 55, 57, 58, 60].map((n) => `|${numberOf(n)}|missing`)
      ].sort()
    )
  })

  it('takes more time from the class list: 91 minutes are not late of 120', () => {
    expect(rowsOf(room.read('marks.csv')).find(([id]) => id === numberOf(53))?.[9]).toBe('0')
  })

  it('fills in the scores of the class list where all is marked, and leaves the others as they are', () => {
    const rows = rowsOf(room.read('filled.csv'))
    expect(rows[0]).toEqual(['学号', '姓名', '加时', '成绩'])
    expect([rows[1][3], rows[39][3], rows[40][3]]).toEqual(['', '0', '2'])
  })

  it('writes a sheet for each student, in both languages, without a script, and nothing beside its folder', () => {
    const sheets = readdirSync(join(room.out, 'feedback'))
    expect(sheets).toHaveLength(56)
    expect(sheets.every((name) => /^\d{8}\.html$/.test(name))).toBe(true)
    const sheet = room.read(`feedback/${numberOf(59)}.html`)
    expect(sheet).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(sheet).not.toMatch(/<script|<img/)
    expect(sheet).toContain('植入的错误')
    expect(sheet).toContain('The planted mistake')
    expect(existsSync(join(room.root, 'evil'))).toBe(false)
  })

  it('shows the class without a number or a name', () => {
    const page = room.read('class.html')
    expect(Array.from({ length: 60 }, (_, n) => numberOf(n + 1)).filter((id) => page.includes(id))).toEqual([])
    expect(page).not.toContain('Student 1')
    expect(page).not.toContain('<script>')
  })

  it('lets no cell become a formula', () => {
    expect(room.read('moodle.csv') + room.read('manual.csv') + room.read('marks.csv')).not.toMatch(/(^|,)"?[=+@]/m)
  })

  it('keeps the marks of a person when it is run again, also by a spreadsheet with semicolons', async () => {
    const lines = rowsOf(room.read('manual.csv'))
    const [one, two] = lines.filter((cells) => cells[1] === 'f1')
    const filled = lines.map((cells) =>
      cells === one || cells === two ? [...cells.slice(0, 3), cells === one ? '1' : '9', cells[4], 'good'] : cells
    )
    writeFileSync(join(room.out, 'manual.csv'), BOM + filled.map((cells) => cells.join(';')).join('\r\n'))
    const again = await room.collect('--roster', join(room.root, 'roster.csv'))
    expect(again.code).toBe(0)
    const after = rowsOf(room.read('manual.csv'))
    expect(after.find((cells) => cells[0] === one[0] && cells[2] === one[2])?.slice(3)).toEqual(['1', one[4], 'good'])
    expect(after.length).toBe(lines.length)
    expect(room.read('problems.csv')).toContain('bad-mark')
    const third = await room.collect('--roster', join(room.root, 'roster.csv'))
    expect(third.code).toBe(0)
    expect(rowsOf(room.read('manual.csv'))).toEqual(after)
    // Collected three times.
  })
})

describe('lab collect', () => {
  it('completes a total from the marks of a person', async () => {
    const room = classroom({ [named(1)]: answersFile(numberOf(1), [right(1), answer('f1', { text: 'the mask' })]) })
    await room.collect()
    const manual = room
      .read('manual.csv')
      .split('\n')
      .map((line) => line.replace(/,,2,$/, ',2,2,fine').replace(/,,1,$/, ',0.5,1,'))
    writeFileSync(join(room.out, 'manual.csv'), manual.join('\n'))
    await room.collect()
    expect(rowsOf(room.read('marks.csv'))[1].slice(2, 9)).toEqual(['2', '0', '0', '2.5', '0', '4.5', '0'])
    expect(room.read(`feedback/${numberOf(1)}.html`)).toContain('fine')
  })

  it('says the same in Chinese', async () => {
    const room = classroom({ [named(1)]: answersFile(numberOf(1), [right(1), answer('f1', { text: 'the mask' })]) })
    const { stderr } = await room.collect('--lang', 'zh')
    expect(stderr).toContain('已批改 1 名学生；还有 1 处由您批改。')
    expect(stderr).toContain(`请在 ${join(room.out, 'manual.csv')} 中填写分数`)
  })

  it('trains a run again: what the answer claims does not count', async () => {
    const room = classroom({
      [named(1)]: answersFile(numberOf(1), [runAnswer(numberOf(1), 60, 0.9)]),
      [named(2)]: answersFile(numberOf(2), [runAnswer(numberOf(2), 1, 0.001)])
    })
    await room.collect()
    expect(
      rowsOf(room.read('marks.csv'))
        .slice(1)
        .map((cells) => cells[6])
    ).toEqual(['2', '0'])
  })

  it('lists pairs to be talked about, and none that has an answer by itself', async () => {
    const copied = answersFile(numberOf(3), [right(3), answer('f1', { text: 'mine' })])
    const room = classroom({
      [named(1)]: answersFile(numberOf(1), [right(2)]),
      [named(2)]: answersFile(numberOf(2), [right(2)]),
      [named(3)]: copied,
      [named(4)]: copied.replace(numberOf(3), numberOf(4)),
      [named(5)]: answersFile(numberOf(5), [code(twoLayers)]),
      [named(6)]: answersFile(numberOf(6), [code(twoLayers.replaceAll('dZ', 'grad_hidden').replace('import', '# my own\nimport'))])
    })
    await room.collect()
    const pairs = rowsOf(room.read('similar.csv'))
      .slice(1)
      .map((cells) => cells.slice(0, 4).join(' '))
    expect(pairs.sort()).toEqual([
      `${numberOf(1)} ${numberOf(2)} q1 other-numbers`,
      `${numberOf(3)} ${numberOf(4)}  shared-chain`,
      `${numberOf(5)} ${numberOf(6)} c1 same-code`
    ])
  })

  it('says that a file goes on in two ways', async () => {
    const room = classroom({
      [named(1)]: answersFile(numberOf(1), [right(1), answer('f1', { text: 'here' })]),
      'other.bpans': answersFile(numberOf(1), [q1('3')])
    })
    await room.collect()
    expect(rowsOf(room.read('problems.csv')).map(([file, , kind]) => `${file} ${kind}`)).toContain('other.bpans forked')
  })

  it('leaves out late answers where the lab refuses them', async () => {
    const room = classroom({ [named(1)]: answersFile(numberOf(1), [right(1), answer('f1', { text: 'late' }, { elapsed: 91 * 60_000 })]) })
    const text = labText.replace('late: flag', 'late: refuse')
    writeFileSync(join(room.root, 'lab.md'), text)
    await room.collect()
    expect(rowsOf(room.read('marks.csv'))[1].slice(2, 10)).toEqual(['2', '0', '0', '0', '0', '2', '0', '1'])
    expect(room.read('problems.csv')).toContain('too-late')
  })

  it.each<[string, (room: ReturnType<typeof classroom>) => string[], number, string]>([
    ['a folder that is not there', ({ root }) => ['gone', '--lab', join(root, 'lab.md'), '--out', join(root, 'o')], 3, 'gone'],
    ['no lab', ({ handed, root }) => [handed, '--out', join(root, 'o')], 2, '--lab'],
    ['no place for the results', ({ handed, root }) => [handed, '--lab', join(root, 'lab.md')], 2, '--out'],
    [
      'a secret that is none',
      ({ handed, root }) => [handed, '--lab', join(root, 'lab.md'), '--secret', join(root, 'lab.md'), '--out', join(root, 'o')],
      2,
      'lab.md'
    ],
    [
      'a flag of another command',
      ({ handed, root }) => [handed, '--lab', join(root, 'lab.md'), '--case', 'L000', '--out', join(root, 'o')],
      2,
      'lab check-gradient'
    ]
  ])('refuses %s, and writes nothing', async (_title, argv, expected, place) => {
    const room = classroom({})
    const { code: exit, stderr } = await cli(['lab', 'collect', ...argv(room), '--lang', 'en'])
    expect({ exit, o: existsSync(join(room.root, 'o')) }, stderr).toEqual({ exit: expected, o: false })
    expect(stderr).toContain(place)
  })

  it('refuses a class list without student numbers, and a manual.csv that is another table', async () => {
    const room = classroom({ [named(1)]: answersFile(numberOf(1), [right(1)]) })
    writeFileSync(join(room.root, 'roster.csv'), 'a,b\n1,2\n3,4\n')
    expect(await room.collect('--roster', join(room.root, 'roster.csv'))).toMatchObject({ code: 3 })
    mkdirSync(room.out, { recursive: true })
    writeFileSync(join(room.out, 'manual.csv'), 'a,b\n1,2\n3,4\n')
    const { code: exit, stderr } = await room.collect()
    expect(exit).toBe(3)
    expect(stderr).toContain('manual.csv')
    expect(readFileSync(join(room.out, 'manual.csv'), 'utf8')).toBe('a,b\n1,2\n3,4\n')
  })

  it('writes nothing where it is stopped', async () => {
    const room = classroom({ [named(1)]: answersFile(numberOf(1), [right(1)]) })
    const { code: exit } = await cli(['lab', 'collect', room.handed, '--lab', join(room.root, 'lab.md'), '--out', room.out], {
      onInterrupt: (first) => {
        first()
        return () => undefined
      }
    })
    expect({ exit, out: existsSync(room.out) }).toEqual({ exit: 130, out: false })
  })

  it('leaves programs to a person where there is no Python, and says so', async () => {
    const room = classroom({ [named(1)]: answersFile(numberOf(1), [code(twoLayers)]) })
    const { ChildPython } = await import('../../src/node/python/child-python')
    const argv = ['lab', 'collect', room.handed, '--lab', join(room.root, 'lab.md'), '--out', room.out]
    expect(await cli(argv, { createPython: () => new ChildPython('/nowhere') })).toMatchObject({ code: 0 })
    expect(rowsOf(room.read('marks.csv'))[1][4]).toBe('')
    expect(room.read(`feedback/${numberOf(1)}.html`)).toContain('no Python is at hand')
  })
})

describeIf(pythonRuntime, 'lab collect, with programs', () => {
  it('marks each in a Python of its own: right, with a mistake named, hostile, endless', async () => {
    const hostile = 'import os, sys\nos.system("touch /tmp/pwned")\nsys.exit(0)\n'
    const room = classroom({
      [named(1)]: answersFile(numberOf(1), [code(twoLayers)]),
      [named(2)]: answersFile(numberOf(2), [code(twoLayers.replace('dZ[Z <= 0] = 0', 'pass'))]),
      [named(3)]: answersFile(numberOf(3), [code(hostile)]),
      [named(4)]: answersFile(numberOf(4), [code('def backward(P, X, y, reg):\n    while True:\n        pass\n')]),
      [named(5)]: answersFile(numberOf(5), [code(twoLayers.replace('import', '# mine\nimport').replaceAll('ds', 'scores'))])
    })
    expect(await room.collect()).toMatchObject({ code: 0 })
    expect(
      rowsOf(room.read('marks.csv'))
        .slice(1)
        .map((cells) => cells[4])
    ).toEqual(['6', '4', '0', '0', '6'])
    expect(room.read('class.html')).toContain('class="n">1</td>')
    expect(room.read(`feedback/${numberOf(4)}.html`)).toContain('The program was stopped after 2 s')
    expect(existsSync('/tmp/pwned')).toBe(false)
  })
})
