import type { PackedEntry } from '#core'
import { readXmlWhole } from '../archives/archive-xml'

/** The texts that cells refer to by their number; how they are pronounced is left out. */
export async function readSharedStrings(entry: PackedEntry | undefined): Promise<readonly string[]> {
  const texts: string[] = []
  if (!entry) return texts
  let text = ''
  let isText = false
  let isSpoken = false
  await readXmlWhole(entry, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isSpoken = true
      else if (name === 't') isText = !isSpoken
    },
    text: (part) => {
      if (isText) text += part
    },
    close: (name) => {
      if (name === 'si') texts.push(text)
      else if (name === 'rPh') isSpoken = false
      else if (name === 't') isText = false
    }
  })
  return texts
}
