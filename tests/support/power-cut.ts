import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

/** Directories by their numbers: names → numbers of files and directories. */
type Directories = Map<number, Map<string, number>>

/** A change of names, which is on the disk once one of its directories was synced; of those that are not, any may be lost. */
interface Change {
  readonly directories: readonly number[]
  readonly apply: (directories: Directories) => void
}

/** The findings of a power cut at some moment: what is surely on the disk, and the changes that may be. */
interface Moment {
  readonly sure: Directories
  readonly changes: readonly Change[]
  /** The content of files, as far as it was synced. */
  readonly contents: ReadonlyMap<number, Buffer>
}

const copyOf = (directories: Directories): Directories => new Map([...directories].map(([id, names]) => [id, new Map(names)]))

/**
 * A disk that promises nothing but fsync: names are on it once their directory was synced, in any order until then, and content once its file
 * was. It hears of every operation in a folder, and tells what each power cut may leave of it.
 */
export class PowerCut {
  readonly moments: Moment[] = []
  private live: Directories = new Map()
  private sure: Directories
  private changes: Change[] = []
  private readonly synced = new Map<number, Buffer>()
  private next = 0

  constructor(private readonly folder: string) {
    this.take(folder)
    this.sure = copyOf(this.live)
  }

  created(path: string, isDirectory: boolean): void {
    const [id, parent, name] = [this.next++, this.idOf(dirname(path)), basename(path)]
    if (isDirectory) for (const all of [this.live, this.sure]) all.set(id, new Map())
    this.change([parent], (all) => void all.get(parent)?.set(name, id))
  }

  removed(path: string): void {
    const [id, parent, name] = [this.idOf(path), this.idOf(dirname(path)), basename(path)]
    for (const inside of [...(this.live.get(id)?.keys() ?? [])]) this.removed(join(path, inside))
    this.change([parent], (all) => void (all.get(parent)?.get(name) === id && all.get(parent)?.delete(name)))
  }

  renamed(from: string, to: string): void {
    const [id, source, target] = [this.idOf(from), this.idOf(dirname(from)), this.idOf(dirname(to))]
    this.change([source, target], (all) => {
      // Of what is not there nothing comes into its place.
      if (all.get(source)?.get(basename(from)) !== id) return
      all.get(source)?.delete(basename(from))
      all.get(target)?.set(basename(to), id)
    })
  }

  syncedAt(path: string): void {
    const id = this.idOf(path)
    if (!this.live.has(id)) this.synced.set(id, readFileSync(path))
    for (const { apply } of this.changes.filter(({ directories }) => directories.includes(id))) apply(this.sure)
    this.changes = this.changes.filter(({ directories }) => !directories.includes(id))
    this.note()
  }

  /** Writes to a new folder each of what a power cut at a moment may leave: with all changes, none, one of them, and all but one. */
  *leftAt({ sure, changes, contents }: Moment, fresh: () => string): Generator<string> {
    const all = changes.map((_, k) => k)
    const choices = [all, [], ...all.map((k) => [k]), ...all.map((k) => all.filter((other) => other !== k))]
    for (const chosen of choices) {
      const left = copyOf(sure)
      for (const k of chosen) changes[k].apply(left)
      const place = fresh()
      write(left, contents, 0, place)
      yield place
    }
  }

  private change(directories: number[], apply: Change['apply']): void {
    apply(this.live)
    this.changes = [...this.changes, { directories, apply }]
    this.note()
  }

  private note(): void {
    this.moments.push({ sure: copyOf(this.sure), changes: this.changes, contents: new Map(this.synced) })
  }

  private idOf(path: string): number {
    const parts = relative(this.folder, path).split(sep).filter(Boolean)
    return parts.reduce((id, name) => this.live.get(id)?.get(name) ?? -1, 0)
  }

  private take(path: string): number {
    const id = this.next++
    if (!statSync(path).isDirectory()) {
      this.synced.set(id, readFileSync(path))
      return id
    }
    const names = new Map<string, number>()
    this.live.set(id, names)
    for (const name of readdirSync(path)) names.set(name, this.take(join(path, name)))
    return id
  }
}

function write(directories: Directories, contents: ReadonlyMap<number, Buffer>, id: number, path: string): void {
  const names = directories.get(id)
  // What was not synced may be anything; nothing at all is the worst.
  if (!names) return writeFileSync(path, contents.get(id) ?? '')
  mkdirSync(path, { recursive: true })
  for (const [name, inside] of names) write(directories, contents, inside, join(path, name))
}
