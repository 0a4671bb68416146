import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../support/sources'
import { odsOf, xlsxOf } from '../../../support/workbooks'

/** The text of a number in the built-in format of this number, or in a format of this code. */
async function shown(value: number, format: number | string): Promise<string> {
  const [id, formats] =
    typeof format === 'number' ? [format, ''] : [200, `<numFmts><numFmt numFmtId="200" formatCode="${format}"/></numFmts>`]
  const styles = `${formats}<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`
  const [, line] = await linesOf(
    xlsxOf({ data: `<sheetData><row><c t="str"><v>x</v></c></row><row><c s="1"><v>${value}</v></c></row></sheetData>` }, { styles })
  )
  return line
}

describe('a number of a workbook', () => {
  it.each([
    [0.125, 9, '0.125'],
    [0.125, 10, '0.125'],
    [0.1253, '0.0%', '0.1253'],
    [1234.5, '#,##0.00 &quot;kg&quot;', '1234.5'],
    [3.5, '[Red]0.0', '3.5'],
    [12, '[$￥-804]#,##0', '12'],
    [45_322, 14, '2024-01-31'],
    [45_322.75, 22, '2024-01-31 18:00:00'],
    [45_322, 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2024-01-31'],
    [45_322, 'mmm', '2024-01-31'],
    [0.4375, 20, '10:30:00'],
    [0.4375, 32, '10:30:00'],
    [0.4375, 'h:mm AM/PM', '10:30:00'],
    [0.5 + 0.25 / 86_400, 'hh:mm:ss.000', '12:00:00.250'],
    [1.25, 'h:mm', '30:00:00'],
    [1 + 2 / 24 + 10 / 1440, 46, '26:10:00'],
    [0.03125, 46, '0:45:00'],
    [312.5 / 86_400, 47, '0:05:12.500'],
    [90 / 86_400, 'mm:ss', '0:01:30'],
    [-0.0625, '[h]:mm', '-1:30:00'],
    [1e300, '[h]:mm', '1e+300']
  ] as const)('%d in the format %s is %s', async (value, format, text) => expect(await shown(value, format)).toBe(text))

  it('of a formula is the one that was computed, an error a missing value, and a truth value one', async () => {
    const cells = [
      '<c><f>A1*2</f><v>7</v></c>',
      '<c t="str"><f>B1&amp;"x"</f><v>bx</v></c>',
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="b"><f>A1&gt;0</f><v>0</v></c>'
    ]
    const lines = await linesOf(xlsxOf({ data: `<sheetData><row>${cells.join('')}</row></sheetData>` }))
    expect(lines).toEqual(['7,bx,#DIV/0!,#N/A,TRUE,FALSE'])
  })
})

describe('a duration of an OpenDocument spreadsheet', () => {
  it.each([
    ['PT08H30M00S', '08:30:00'],
    ['PT26H10M00S', '26:10:00'],
    ['PT00H05M12.500000000S', '00:05:12.500000000'],
    ['PT00H05M12.000000000S', '00:05:12'],
    ['PT00H05M12,5S', '00:05:12.5']
  ])('%s is %s', async (value, text) => {
    const cell = `<table:table-row><table:table-cell office:value-type="time" office:time-value="${value}"/></table:table-row>`
    expect(
      await linesOf(odsOf(`<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>${cell}`))
    ).toEqual(['x', text])
  })
})
