import { readFile } from 'node:fs/promises'
import type { Licences, LicensedPackage } from '#shared/contract'

/** `## name - version (licence)`, as Vite writes it when it builds a bundle from the packages' own package.json and LICENSE. */
const HEADING = /^## (.+) - (\S+) \((.+)\)$/

/** Parses the packages in a list of licences as the build writes it. */
export function readLicenceList(markdown: string): LicensedPackage[] {
  const packages: LicensedPackage[] = []
  for (const part of markdown.split(/^(?=## )/m)) {
    const [heading, ...lines] = part.split('\n')
    const found = HEADING.exec(heading.trim())
    if (!found) continue
    const [, name, version, licence] = found
    packages.push({ name, version, licence, text: lines.join('\n').trim() })
  }
  return packages
}

/** Paths of the licence texts. */
export interface LicenceFiles {
  /** The lists of the bundles. */
  readonly lists: readonly string[]
  readonly own: string
  readonly data: string
}

/** Reads the licences of all components; missing ones, as in development, are omitted. */
export async function readLicences(files: LicenceFiles, versions: Readonly<Record<string, string | undefined>>): Promise<Licences> {
  const lists = await Promise.all(files.lists.map(textOf))
  const all = new Map(lists.flatMap(readLicenceList).map((one) => [`${one.name} ${one.version}`, one]))
  const runtime = (['electron', 'chrome', 'node', 'v8'] as const).flatMap((name) => {
    const version = versions[name]
    return version ? [{ name, version }] : []
  })
  const packages = [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { runtime, packages, own: await textOf(files.own), data: await textOf(files.data) }
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
