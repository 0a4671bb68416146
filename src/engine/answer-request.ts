import { AppError, toWire } from '#core'
import type { EngineMessage, EngineRequestMessage } from '#shared/contract'
import { dispatch, type Service } from './dispatch'

/** The most characters of a request's name and of a run's id. */
const LONGEST = 100

/** Answers a message of the page; null where it has no number under which an answer would be understood. */
export async function answerRequest(service: Service, message: unknown): Promise<EngineMessage | null> {
  const id = numberOf(message)
  if (id === null) return null
  try {
    return { id, value: await dispatch(service, readRequest(message as object)) }
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error)
    return { id, error: toWire(error) }
  }
}

function numberOf(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null
  return typeof message.id === 'number' && Number.isSafeInteger(message.id) ? message.id : null
}

/** The parts of a request, each of its kind; its arguments are checked later. Throws: request.invalid. */
function readRequest(message: Partial<Record<keyof EngineRequestMessage, unknown>>): Omit<EngineRequestMessage, 'id'> {
  const { name, args, run = null } = message
  const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST
  if (!isText(name)) throw new AppError('request.invalid', { name: '?', problem: 'it has no name' })
  if (run !== null && !isText(run)) throw new AppError('request.invalid', { name, problem: 'it names no run' })
  return { name, args, run }
}
