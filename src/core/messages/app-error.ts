import { sentence, type Details, type Language, type TextCode } from './catalogue'

/** What kind of mistake it is, the first part of the code: decides who has to act and the CLI's exit code. */
export type ErrorKind = 'shape' | 'spec' | 'flag' | 'graph' | 'numeric' | 'case' | 'format' | 'data' | 'file' | 'request' | 'bug'

/**
 * The one error class of the engine: a stable code, plain-data details, and a sentence in either language.
 * `message` is the English sentence. Structured cloning keeps neither class nor extra fields, so across
 * processes `toWire` and `fromWire` carry it.
 */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: TextCode,
    readonly details: Details = {}
  ) {
    super(sentence(code, details, 'en'))
  }

  get kind(): ErrorKind {
    return this.code.split('.')[0] as ErrorKind
  }

  sentence(language: Language): string {
    return sentence(this.code, this.details, language)
  }
}

/** An error as plain data. */
export interface WireError {
  readonly code: TextCode
  readonly details: Details
}

/** Any thrown value as plain data; what is not a AppError is a bug of ours and says so. */
export function toWire(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, details: error.details }
  return { code: 'bug', details: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } }
}

export function fromWire(wire: WireError): AppError {
  return new AppError(wire.code, wire.details)
}
