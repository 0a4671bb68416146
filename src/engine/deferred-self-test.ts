import type { EngineConfig } from '#shared/engine'
import type { Backend } from '../node/kernels/choose-backend'
import { startBackend, startUntestedBackend } from '../node/kernels/start-backend'

/** Starts a backend, with its self-test or without. */
export interface BackendStarts {
  readonly tested: (config: EngineConfig) => Backend
  readonly untested: (config: EngineConfig) => Backend
}

/**
 * A backend that is available at once and tested later, so that the window need not wait for the self-test. No step of training is taken
 * before the test, and what was computed on a backend that fails it is discarded: no result depends on when it is made.
 */
export class DeferredSelfTest {
  /** Resolves when it has been tested. */
  readonly tested: Promise<void>
  private backend: Backend
  private done = false
  private resolveTested: () => void = () => undefined

  constructor(
    private readonly config: EngineConfig,
    private readonly starts: BackendStarts = { tested: startBackend, untested: startUntestedBackend }
  ) {
    this.backend = starts.untested(config)
    this.tested = new Promise((resolve) => (this.resolveTested = resolve))
  }

  get current(): Backend {
    return this.backend
  }

  /** Tests it, once. Returns whether another backend has taken its place, which has to compute everything again. */
  test(): boolean {
    if (this.done) return false
    const { tier } = this.backend
    this.backend = this.starts.tested(this.config)
    this.done = true
    this.resolveTested()
    return this.backend.tier !== tier
  }
}
