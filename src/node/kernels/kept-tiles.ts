import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { tileNames, type TileName } from './fastest-tile'

/** The measurements that are remembered of each kind of machine, and how many must agree: any one may have met a busy machine. */
const REMEMBERED = 5
const ENOUGH = 3
/** The kinds of machines (processor, V8, kernels, precision) that are remembered. */
const MOST_KINDS = 20
const MOST_BYTES = 65536

const schema = v.pipe(
  v.array(v.object({ kind: v.string(), winners: v.pipe(v.array(v.picklist(tileNames)), v.maxLength(REMEMBERED)) })),
  v.maxLength(MOST_KINDS)
)
type Kept = v.InferOutput<typeof schema>

/**
 * The tiles that won at earlier starts, in a file of the user's cache: measuring takes longer than many a run. Nothing is lost with the
 * file, so one that cannot be read or written is done without.
 */
export class KeptTiles {
  /** `file` is null where there is no place for it. */
  constructor(private readonly file: string | null) {}

  /** The tile that enough of the last measurements agree on; null where none is. */
  settled(kind: string): TileName | null {
    const winners = this.read().find((one) => one.kind === kind)?.winners ?? []
    return tileNames.find((name) => winners.filter((winner) => winner === name).length >= ENOUGH) ?? null
  }

  /** Remembers a measurement. */
  add(kind: string, winner: TileName): void {
    const kept = this.read()
    const winners = kept.find((one) => one.kind === kind)?.winners ?? []
    const latest = { kind, winners: [winner, ...winners].slice(0, REMEMBERED) }
    this.write([latest, ...kept.filter((one) => one.kind !== kind)].slice(0, MOST_KINDS))
  }

  private read(): Kept {
    if (this.file === null) return []
    try {
      const stat = fs.statSync(this.file)
      if (!stat.isFile() || stat.size > MOST_BYTES) return []
      const { success, output } = v.safeParse(schema, JSON.parse(fs.readFileSync(this.file, 'utf8')))
      return success ? output : []
    } catch {
      return []
    }
  }

  private write(kept: Kept): void {
    if (this.file === null) return
    // The same name each time: what a kill leaves behind is written over by the next start.
    const temporary = `${this.file}.tmp`
    try {
      fs.mkdirSync(path.dirname(this.file), { recursive: true })
      fs.writeFileSync(temporary, JSON.stringify(kept))
      fs.renameSync(temporary, this.file)
    } catch {
      // It is measured again at the next start.
    }
  }
}

/** The user's folder for what programs can make anew, by the conventions of the platform; null where the environment names none. */
export function cacheFolder(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): string | null {
  const under = (folder: string | undefined, ...names: string[]) =>
    folder !== undefined && path.isAbsolute(folder) ? path.join(folder, ...names, 'backprop-lab') : null
  if (platform === 'win32') return under(env.LOCALAPPDATA)
  if (platform === 'darwin') return under(env.HOME, 'Library', 'Caches')
  return under(env.XDG_CACHE_HOME) ?? under(env.HOME, '.cache')
}
