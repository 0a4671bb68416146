import * as v from 'valibot'
import { AppError } from '#core'
import { isBounded } from './bounded'
import type { Request } from './request'

/** The most characters of a problem that are told: it quotes what it does not understand. */
const LONGEST = 300

/** Returns the arguments of a request that came from the page, checked against its schema. Throws: request.invalid. */
export function checkedArgs(name: string, request: Request<v.GenericSchema, unknown>, args: unknown): unknown {
  if (!isBounded(args)) throw new AppError('request.invalid', { name, problem: 'its arguments are no plain data, too many or too deep' })
  const { success, output, issues } = v.safeParse(request.args, args, { abortEarly: true })
  if (!success) throw new AppError('request.invalid', { name, problem: v.summarize(issues).slice(0, LONGEST) })
  return output
}
