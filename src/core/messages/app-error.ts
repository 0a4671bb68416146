import { sentence, type Details, type Language, type TextCode } from './catalogue'

/** Kind of error, the first part of its code: decides who has to act and the CLI's exit code. */
export type ErrorKind =
  'shape' | 'spec' | 'flag' | 'graph' | 'numeric' | 'case' | 'format' | 'data' | 'file' | 'lab-file' | 'request' | 'bug'

/**
 * The one error class of the app: a stable code, plain-data details, and a sentence in either language.
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

/** Converts any thrown value to plain data; a value that is not an AppError is a bug of ours and is reported as one. */
export function toWire(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, details: error.details }
  return { code: 'bug', details: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } }
}

export function fromWire(wire: WireError): AppError {
  return new AppError(wire.code, wire.details)
}
