import { engineBuild, takenStepsBuild, type Trainer } from '#core'

/** The builds of the arithmetic that trained a run. */
export class RunBuilds {
  private earlier: readonly string[]
  /** The step at which the run was taken up. */
  private readonly firstStep: number

  constructor(
    private readonly trainer: Trainer,
    earlier: readonly string[] = []
  ) {
    this.firstStep = trainer.step
    this.earlier = trainer.step > 0 ? earlier : []
  }

  /** Those that trained it so far; before the first step, the one that will. */
  get all(): readonly string[] {
    const { earlier } = this
    return this.trainer.step === this.firstStep && earlier.length > 0 ? earlier : [...new Set([...earlier, engineBuild])]
  }

  /** Adds that of a step which is taken as the definitions take it. */
  addTakenStep(): void {
    this.earlier = [...new Set([...(this.trainer.step > 0 ? this.all : []), takenStepsBuild])]
  }

  /** Forgets all: the run begins anew. */
  forget(): void {
    this.earlier = []
  }
}
