import { engineChoices, type EngineChoice } from '#shared/engine'

/** The environment variable that overrides the window's setting; a flag of the command line overrides it in turn. */
const VARIABLE = 'BACKPROP_LAB_ENGINE'

/** Returns the engine chosen by the environment; null where it names none that is known. */
export function environmentChoice(env: Readonly<Record<string, string | undefined>>): EngineChoice | null {
  return engineChoices.find((choice) => choice === env[VARIABLE]) ?? null
}
