import type { EngineConfig } from '#shared/engine'
import type { Engine } from '../node/kernels/choose'
import { startEngine, startUntested } from '../node/kernels/start'

/** How an engine is started with its self-test and without. */
export interface EngineStarts {
  readonly tested: (request: EngineConfig) => Engine
  readonly untested: (request: EngineConfig) => Engine
}

/**
 * An engine that is there at once and is tested later, so that the window need not wait for the self-test. No step of training is taken
 * before the test, and what was computed on an engine that fails it is thrown away: no result depends on when it is made.
 */
export class DeferredSelfTest {
  /** Resolves when it was tested. */
  readonly tested: Promise<void>
  private engine: Engine
  private done = false
  private tell: () => void = () => undefined

  constructor(
    private readonly request: EngineConfig,
    private readonly starts: EngineStarts = { tested: startEngine, untested: startUntested }
  ) {
    this.engine = starts.untested(request)
    this.tested = new Promise((resolve) => (this.tell = resolve))
  }

  get current(): Engine {
    return this.engine
  }

  /** Tests it unless that is done. Answers whether another engine has taken its place, which is to compute all over again. */
  test(): boolean {
    if (this.done) return false
    const { tier } = this.engine
    this.engine = this.starts.tested(this.request)
    this.done = true
    this.tell()
    return this.engine.tier !== tier
  }
}
