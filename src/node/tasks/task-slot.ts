import { AppError, type TextCode } from '#core'

/** Room for one task of a kind at a time: a later one cancels the one before. */
export class TaskSlot {
  private controller: AbortController | null = null

  /** `code`: that of the AppError which a cancelled task throws. */
  constructor(private readonly code: TextCode = 'request.cancelled') {}

  /** Begins a task in place of the one before; it is cancelled by the signal returned. */
  begin(): AbortSignal {
    this.cancel()
    this.controller = new AbortController()
    return this.controller.signal
  }

  /** Cancels the task in progress; nothing where there is none. */
  cancel(): void {
    this.controller?.abort(new AppError(this.code))
    this.controller = null
  }
}
