import { loadData } from '../../src/node/files/data-file'
import { report } from './report.mjs'

await report('the reader of this app', async (file: string) => {
  const { table } = await loadData(file)
  const [first] = table.columns
  return { rows: table.rows, columns: table.columns.length, sum: first.values.reduce((sum, x) => sum + x, 0), keep: table }
})
