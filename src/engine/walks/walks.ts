import { randomUUID } from 'node:crypto'
import { AppError, walkCost, walkTask, type TakenStep, type TaskProgress, type Walk, type WalkProblem } from '#core'
import type { WalkEdit, WalkObstacle, WalkQuestion, WalkSource, WalkView } from '#shared/contract'
import { runCooperatively } from '../../node/tasks/run-cooperatively'
import { TaskSlot } from '../../node/tasks/task-slot'
import { editedProblem } from './walk-edits'
import { caseSnapshot, exampleSnapshot, runSnapshot, type WalkedRun, type WalkSnapshot } from './walk-source'
import { walkView } from './walk-view'

/** Walks that are kept: what is shown, what it is compared with, and the same in another notation. */
const MOST = 4

/** A walk that the page can ask about. */
export interface KeptWalk {
  readonly id: string
  readonly snapshot: WalkSnapshot
  readonly edits: readonly WalkEdit[]
  readonly walk: Walk
  /** Equal for equal questions about the same place of a run. */
  readonly key: string
}

/** A walk that takes less is made without progress; and the time between two reports, in milliseconds. */
const DELAY = 250
const INTERVAL = 100

/** The walks that were made last, by their ids. */
export class Walks {
  private kept: KeptWalk[] = []
  private readonly slot = new TaskSlot()

  /** `report`: the progress of a walk that takes long; null when it is over. */
  constructor(private readonly report: (progress: TaskProgress | null) => void = () => {}) {}

  /**
   * Makes a walk, in slices between which the process answers others, or finds it where it was made. `run` gives the run, for a source that
   * is about it. Throws: request; request.cancelled, when another one is asked for before this one is made.
   */
  async open({ source, edits = [], notation = 'app' }: WalkQuestion, run: () => Promise<WalkedRun>): Promise<KeptWalk> {
    const signal = this.slot.begin()
    const snapshot = await this.snapshotOf(source, run)
    const { stamp, batch, problem } = snapshot
    const { objective, learningRate, clip } = problem
    const rows = source.kind === 'example' ? source.name : source.kind === 'case' ? source.text : batch.places
    const key = JSON.stringify([stamp, rows, objective, learningRate, clip, edits, notation])
    const known = this.kept.find((one) => one.key === key && (source.kind !== 'snapshot' || one.snapshot === snapshot))
    if (known) return this.keep(known)
    const walk = await this.make({ ...editedProblem(problem, edits), notation }, signal)
    return this.keep({ id: randomUUID(), snapshot, edits, walk, key })
  }

  /** Ends the walk that is being made, if there is one, with `request.cancelled`. */
  cancel(): void {
    this.slot.cancel()
  }

  /** The walk of an id. Throws: request.no-walk, where it is kept no longer. */
  find(id: string): KeptWalk {
    const found = this.kept.find((one) => one.id === id)
    if (!found) throw new AppError('request.no-walk')
    return this.keep(found)
  }

  private async make(problem: WalkProblem, signal: AbortSignal): Promise<Walk> {
    const total = walkCost(problem)
    const start = performance.now()
    let [done, reported] = [0, start + DELAY - INTERVAL]
    const onProgress = (multiplications: number) => {
      done += multiplications
      const now = performance.now()
      if (now - reported < INTERVAL) return
      reported = now
      this.report({ done: Math.min(done, total), total })
    }
    try {
      return await runCooperatively(walkTask(problem), { signal, onProgress })
    } finally {
      if (reported > start) this.report(null)
    }
  }

  private async snapshotOf(source: WalkSource, run: () => Promise<WalkedRun>): Promise<WalkSnapshot> {
    if (source.kind === 'snapshot') return this.find(source.walk).snapshot
    if (source.kind === 'example') return exampleSnapshot(source.name)
    if (source.kind === 'case') return caseSnapshot(source.text)
    return runSnapshot(await run(), source)
  }

  /** The one asked for last is the last to go. */
  private keep(walk: KeptWalk): KeptWalk {
    this.kept = [...this.kept.filter((one) => one !== walk), walk].slice(-MOST)
    return walk
  }
}

/** Why a walk cannot be taken as a step of the run; null where it can. */
export function obstacleOf({ snapshot, edits, walk }: KeptWalk, run: WalkedRun | null): WalkObstacle {
  if (!snapshot.stamp) return 'example'
  if (!run || !isWhereItWas(snapshot, run)) return 'moved-on'
  if (edits.length > 0) return 'edited'
  if (!snapshot.isOfTraining) return 'held-out'
  if (run.isRunning) return 'running'
  if (walk.firstNotFinite) return 'not-finite'
  return run.trainer.epoch >= run.goal || run.hasFailed ? 'over' : null
}

/** Whether the next step of the run begins with the weights and the settings of a snapshot, and is on its rows where those were the next. */
function isWhereItWas({ stamp, problem, batch, isNext }: WalkSnapshot, { id, trainer }: WalkedRun): boolean {
  if (stamp?.run !== id || stamp.step !== trainer.step) return false
  const { objective, learningRate, clip, rows } = trainer.nextStep()
  if (
    isNext &&
    !isSame(
      Array.from(rows),
      batch.places?.map(({ index }) => index)
    )
  )
    return false
  return isSame([objective, learningRate, clip], [problem.objective, problem.learningRate, problem.clip])
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The step of a walk, for a run to take over. */
export function takenStep({ walk, snapshot }: KeptWalk): TakenStep {
  const { parameters, state: optimizer } = walk.after
  return { loss: walk.tensors.get('L')?.matrix.data[0] ?? NaN, parameters, optimizer, isNext: snapshot.isNext }
}

/** A walk as the page gets it. `start`: when it was asked for, in milliseconds. */
export function keptWalkView(kept: KeptWalk, run: WalkedRun | null, start: number): WalkView {
  return {
    id: kept.id,
    ...walkView(kept.walk, kept.snapshot),
    obstacle: obstacleOf(kept, run),
    milliseconds: performance.now() - start
  }
}
