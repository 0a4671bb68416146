import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { report } from './report.mjs'
import { TypedColumns } from './typed-columns.mjs'

const require = createRequire(import.meta.url)
const Papa = require('papaparse')

await report(`papaparse ${require('papaparse/package.json').version}`, (file) => {
  const columns = new TypedColumns()
  let isHeader = true
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(file), {
      delimiter: ',',
      newline: '\n',
      skipEmptyLines: true,
      chunk: (/** @type {{ data: string[][] }} */ { data }) => {
        for (const cells of isHeader ? data.slice(1) : data) columns.add(cells)
        isHeader = false
      },
      complete: () => resolve(columns.result),
      error: reject
    })
  })
})
