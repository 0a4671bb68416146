import type { Json } from '../formats/json'
import { readNetworkCase, type NetworkCase } from '../cases/network-case'
import { CaseField } from '../cases/reader'
import lessons from './lesson-cases.json'

/** The names of the worked examples of the lessons, one or two for each course note. */
export const lessonCaseNames: readonly string[] = lessons.map(({ id }) => id)

/** The worked example of a name; null where there is none. */
export function lessonCase(name: string): NetworkCase | null {
  const found = lessons.find(({ id }) => id === name)
  return found ? readNetworkCase(new CaseField(found as unknown as Json, name)) : null
}
