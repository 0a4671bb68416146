import { DuckDBInstance, version } from '@duckdb/node-api'
import { report } from './report.mjs'

await report(`DuckDB ${version()}, in native code, all cores`, async (file) => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE t AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}')`)
  const [first] = (await connection.runAndReadAll('SELECT * FROM t LIMIT 0')).columnNames()
  const [[rows, sum]] = (await connection.runAndReadAll(`SELECT count(*), sum("${first}")::DOUBLE FROM t`)).getRows()
  const columns = (await connection.runAndReadAll('SELECT * FROM t LIMIT 0')).columnCount
  return { rows: Number(rows), columns, sum: Number(sum), keep: connection }
})
