import { createReadStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse'
import { report } from './report.mjs'
import { TypedColumns } from './typed-columns.mjs'

const { version } = JSON.parse(readFileSync(new URL('../node_modules/csv-parse/package.json', import.meta.url), 'utf8'))

await report(`csv-parse ${version}`, (file) => {
  const columns = new TypedColumns()
  return new Promise((resolve, reject) => {
    const parser = createReadStream(file, { highWaterMark: 1024 * 1024 }).on('error', reject).pipe(parse({ from_line: 2 }))
    parser.on('readable', () => {
      for (let cells = parser.read(); cells !== null; cells = parser.read()) columns.add(cells)
    })
    parser.on('error', reject)
    parser.on('end', () => resolve(columns.result))
  })
})
