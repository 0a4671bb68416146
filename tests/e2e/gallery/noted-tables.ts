import fs from 'node:fs'
import path from 'node:path'
import { xlsxOf, xlsxRows } from '../../support/workbooks'

/** Tables each of which brings notes and remedies that no other one does, by name. */

const rows = (count: number, row: (i: number) => string) => `${Array.from({ length: count }, (_, i) => row(i)).join('\n')}\n`
const two = (i: number) => String(i).padStart(2, '0')

const texts: Readonly<Record<string, string | Uint8Array>> = {
  // Settings of an instrument as wide as the table, which are told; and narrower ones, which are refused.
  'scope.csv': `Record Length,2500\nSample Interval,1e-6\nVertical Units,V\nTIME,CH1\n${rows(60, (i) => `${i / 10},${((i * 7) % 11) / 10}`)}`,
  'export.csv': `Prüfstand 7,Protokoll\nBediener,Auto\nZeit;Kanal\nTIME,CH1,CH2\n${rows(60, (i) => `${i / 10},${i % 7},${i % 3}`)}`,
  'title.csv': `高一年级体质健康测试\n身高,体重,肺活量,等级\n${rows(40, (i) => `${150 + i},${40 + (i % 20)},${2600 + 10 * i},${['良', '优'][i % 2]}`)}`,
  'units.csv': `time,voltage,current,remark\ns,V,mA,\n${rows(40, (i) => `${i},${(i % 9) / 2},${i % 5}`)}`,
  'pairs.log': rows(30, (i) => `temp=${20 + i / 10} hum=${40 + (i % 5)} state=${['on', 'off'][i % 2]}`),
  'arrows.log': rows(30, (i) => `12:00:${two(i)}.123 -> ${i}`),
  'kinds.csv': `lap,start,worked,born,serial,mass,mild,mostly,odd,answer\n${rows(40, (i) =>
    [
      `${1 + (i % 4)}:${two((7 * i) % 60)}`,
      `${8 + (i % 3)}:${two((11 * i) % 60)}`,
      `${20 + i}:${two(i)}:00`,
      `0${1 + (i % 9)}/0${1 + (i % 7)}/1999`,
      String(9187643043065364480n + BigInt(i)),
      i % 2 ? `${i} kg` : `${i} lb`,
      ['无', '有', '轻度'][i % 3],
      i % 4 === 1 ? 'n/k' : i,
      i === 17 ? '12abc' : i,
      ['Yes', 'yes', 'No', 'no '][i % 4]
    ].join(',')
  )}`,
  'unread.csv': `range,mass,depth,code,group,kind\n${rows(40, (i) =>
    [`${i}–${i + 5}`, `${i} ± 0.5`, i % 9 === 4 ? -999 : 10 + i, `00${two(i)}`, i % 3 ? 'с' : 'c', 'xy'[i % 2]].join(',')
  )}`,
  'padded.csv': `体质健康测试,,,\n,,,\n身高,体重,肺活量,等级\n${rows(40, (i) => `${150 + i},${40 + (i % 20)},${2600 + 10 * i},${['良', '优'][i % 2]}`)}`,
  'features.csv': `number,name,copy,sparse,size,kind\n${rows(80, (i) => {
    const j = i === 70 ? 20 : i
    return [
      i === 70 ? 21 : i + 1,
      j === 3 ? 'Amy 2' : `Amy ${j}`,
      j < 40 ? 'yes' : 'no',
      j % 3 ? '' : j % 7,
      (j * 13) % 17,
      j < 40 ? 'a' : 'b'
    ].join(',')
  })}`,
  'totals.csv': `item,amount,price,class\n${rows(30, (i) => `item ${i % 7},${1 + (i % 5)},${(i * 3) % 11},${'ab'[i % 2]}`)}Total,90,150,\nSource: survey of 2024,,,\n`,
  'repeats.csv': `a,b,c\n${rows(40, (i) => `${i % 6},${(i % 6) * 3},${'xy'[i % 2]}`)}`,
  'hidden.xlsx': xlsxOf({
    data: `<cols><col min="2" max="2" hidden="1"/></cols>${xlsxRows([['length', 'weight', 'kind'], ...Array.from({ length: 40 }, (_, i) => [i / 4, (i * 7) % 13, 'xy'[i % 2]])], [4, 5, 6, 11])}`
  }),
  'gbk.csv': Buffer.concat([
    Buffer.from('name,size\n'),
    ...Array.from({ length: 20 }, (_, i) => Buffer.concat([Buffer.of(0xd5, 0xd4, 0x86, 0xb4), Buffer.from(`,${i}\n`)]))
  ]),
  'mixed.csv': Buffer.concat([Buffer.from('数,y\n字,z\n'), Buffer.of(0xff), Buffer.from(',x\n')]),
  'bp-000.lab.md': '---\nlab: bp-000  format: 1  app: >=0.2\n---\n'
}

/** Files that are refused; all others open. */
const refused: ReadonlySet<string> = new Set(['export.csv', 'title.csv', 'mixed.csv', 'bp-000.lab.md'])

/** The files, with whether they open, and what writes each into a folder. */
export const notedTables = Object.entries(texts).map(([name, text]) => ({
  name,
  opens: !refused.has(name),
  write: (folder: string): string => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, text)
    return file
  }
}))
