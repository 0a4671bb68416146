import { engineChoices, type EngineChoice } from '#shared/engine'

/** The environment's word, which no setting of the window overrides, but a flag of the command line does. */
const VARIABLE = 'BACKPROP_LAB_ENGINE'

/** The choice of the environment; null where it makes none that is known. */
export function choiceOf(env: Readonly<Record<string, string | undefined>>): EngineChoice | null {
  return engineChoices.find((choice) => choice === env[VARIABLE]) ?? null
}
