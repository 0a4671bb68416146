import { Parser, type Handler } from 'htmlparser2'
import { AppError, type PackedEntry } from '#core'
import { unpackEntry } from './archive-entry'

/** Bytes that are read at once: few rows of the widest sheet. */
const STEP = 16 * 1024

/** Elements may be nested so deeply; tables need some ten levels. */
const DEEPEST = 256

export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/**
 * Reads an XML file of an archive as it is unpacked: after each piece, what `take` returns is passed on. Names are without their namespace's
 * prefix, which each program chooses itself. Document type definitions, and with them entities of the file's own, are not read.
 * Throws: format, where the archive is damaged; data, where elements are nested too deeply.
 */
export async function* readXml<T>(
  entry: PackedEntry,
  events: XmlEvents,
  take: () => Iterable<T>,
  onPart: (part: number) => void = () => undefined
): AsyncGenerator<T, void> {
  let depth = 0
  const handler: Partial<Handler> = {
    onopentag: (name, attributes) => {
      if (++depth > DEEPEST) throw new AppError('data.xml-too-deep', { name: entry.name, limit: DEEPEST })
      events.open(localName(name), attributes)
    },
    ontext: events.text,
    onclosetag: (name) => {
      depth--
      events.close(localName(name))
    }
  }
  const parser = new Parser(handler, { xmlMode: true })
  const decoder = new TextDecoder()
  let read = 0
  for await (const piece of unpackEntry(entry)) {
    for (let at = 0; at < piece.length; at += STEP) {
      const part = piece.subarray(at, at + STEP)
      parser.write(decoder.decode(part, { stream: true }))
      read += part.length
      onPart(read / entry.size)
      yield* take()
    }
  }
  parser.end(decoder.decode())
  yield* take()
}

/** Reads an XML file of an archive to its end. Throws: as readXml. */
export async function readXmlWhole(entry: PackedEntry, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(entry, events, () => [])) continue
}

/** An attribute by its local name. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  for (const key in attributes) if (localName(key) === name) return attributes[key]
  return undefined
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
