import {
  answerLine,
  AppError,
  beginAnswers,
  furthestChain,
  readAnswerChain,
  type AnswerChain,
  type AnswerEvent,
  type AnswerHead
} from '#core'
import type { AnswerPlace } from '#shared/contract'
import type { AnswerFile } from './answer-file'

/** The time by the wall's clock, and milliseconds by one that nobody sets. */
export interface Clocks {
  readonly now: () => Date
  readonly monotonic: () => number
}

/** The beginning of a chain, without its time. */
export type AnswerStart = Omit<AnswerHead, 'at' | 'elapsed'>

/**
 * Somebody's answers to a lab in several files at once, which all hold the same chain: an answer counts once it is in one of them, on the
 * disk, and is written to the others as soon as that is possible.
 */
export class AnswerKeeper {
  readonly keptBeside: string[] = []
  private readonly since: number
  private readonly before: number
  /** Resolves when the event before is written down, or was refused: each has the hash of the one before. */
  private last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly files: readonly AnswerFile[],
    private readonly clocks: Clocks,
    private chain: AnswerChain,
    readonly isResumed: boolean
  ) {
    this.since = clocks.monotonic()
    const { head, events } = chain
    const byWall = clocks.now().getTime() - Date.parse(head.at)
    this.before = Math.max(events.at(-1)?.elapsed ?? head.elapsed, isResumed ? byWall : 0)
  }

  /**
   * Takes up the answers that go furthest among the files, or begins new ones; in a preview there are no files.
   * Throws: request.lab-changed, where they are to another version of the lab; file, where no file can be written.
   */
  static async open(files: readonly AnswerFile[], start: AnswerStart, clocks: Clocks): Promise<AnswerKeeper> {
    const copies: (AnswerChain | null)[] = []
    for (const file of files) copies.push(await file.read())
    const earlier = furthestChain(copies)
    if (earlier && earlier.head.labHash !== start.labHash) {
      throw new AppError('request.lab-changed', { path: files[copies.indexOf(earlier)].path })
    }
    const head = { ...start, at: clocks.now().toISOString(), elapsed: 0 }
    const chain = earlier ?? chainOf(beginAnswers(head))
    const keeper = new AnswerKeeper(files, clocks, chain, earlier !== null)
    if (earlier) await keeper.add('resume', null, null)
    else await keeper.write(chain)
    return keeper
  }

  get events(): readonly AnswerEvent[] {
    return this.chain.events
  }

  get receipt(): string {
    return this.chain.receipt
  }

  get places(): AnswerPlace[] {
    return this.files.map(({ kind, path, problem }) => ({ kind, path, problem }))
  }

  /** Milliseconds since the lab was begun, of which a clock that was set back takes nothing away. */
  get elapsed(): number {
    return Math.round(this.before + this.clocks.monotonic() - this.since)
  }

  /** Writes an event down. Throws: file, where it is in no file; then it does not count. */
  add(kind: AnswerEvent['kind'], section: string | null, value: unknown): Promise<void> {
    const event: AnswerEvent = { at: this.clocks.now().toISOString(), elapsed: this.elapsed, kind, section, value }
    const added = this.last.then(() => this.write(chainOf(this.chain.text + answerLine(this.chain, event))))
    this.last = added.catch(() => undefined)
    return added
  }

  private async write(chain: AnswerChain): Promise<void> {
    const written: boolean[] = []
    for (const file of this.files) written.push(await file.put(chain.text, (path) => this.keptBeside.push(path)))
    const [problem] = this.files.flatMap((file) => file.problem ?? [])
    if (this.files.length > 0 && !written.includes(true) && problem) throw new AppError(problem.code, problem.details)
    this.chain = chain
  }
}

function chainOf(text: string): AnswerChain {
  const chain = readAnswerChain(text)
  if (chain?.text !== text) throw new AppError('bug', { message: 'an answer broke its chain' })
  return chain
}
