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

const lab = '---\nlab: bp-000          format: 1          app: >=0.2\ntitle: 两层网络 | Two layers\nid: [0-9]{8}\n---\n## q1 {2}\n'
const answers = `{"format":1,"lab":"bp-000","labHash":"${'0'.repeat(64)}","id":"12345678"}\n`

test.each([
  ['cases of gradients', readFileSync('tests/reference/gradient-cases.json'), 'case'],
  ['cases of training', readFileSync('tests/reference/training-cases.json'), 'case'],
  ['cases of programs', readFileSync('tests/reference/graph-cases.json'), 'case'],
  ['worked examples', readFileSync('tests/reference/lesson-cases.json'), 'case'],
  ['one case alone', Buffer.from('{"network": {"inputs": 2}}'), 'case'],
  ['a share file of the graph', Buffer.from('{\n  "format": "backprop-lab-graph",\n  "version": 1'), 'graph'],
  ['a lab', Buffer.from(lab), 'lab'],
  ['a lab with a mark of its encoding and line ends of Windows', Buffer.from(`\ufeff${lab.replaceAll('\n', '\r\n')}`), 'lab'],
  ['answers to a lab', Buffer.from(answers), 'answers'],
  ['records', Buffer.from('[{"id": 1, "x": 2}]'), null],
  ['records of networks by name', Buffer.from('[{"id": 1, "network": "a", "x": 2}]'), null],
  ['Markdown', Buffer.from('---\ntitle: a\n---\n'), null],
  ['a table of minus signs', Buffer.from('---\n1,2\nlab: x,3\n'), null]
])('%s are known: %#', (_, bytes, kind) => {
  const start = bytes.subarray(0, 4096)
  expect(ownKind(start, start)).toBe(kind)
})

test('a table that speaks of such files is a table', () => {
  const text = new TextEncoder().encode('format,n\nbackprop-lab-weights,1\n')
  expect(ownKind(text, text)).toBeNull()
})
