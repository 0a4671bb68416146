import { AppError } from '../../messages/app-error'
import type { PartialDerivative } from './operation'

/**
 * A derivative that exists but is not known here: asking for it is refused by name, so that no gradient is ever
 * silently wrong.
 */
export function refusing(code: 'graph.no-second-derivative' | 'graph.no-third-derivative', operation: string): PartialDerivative {
  const refuse = (): never => {
    throw new AppError(code, { operation })
  }
  return { formula: 'not known', vjp: refuse, jvp: refuse }
}
