import type { Dataset } from '#core'
import type { PlaneQuestion } from '#shared/view'
import { inSlices } from '../slices'
import { viewAnswers } from './answers'
import { viewBatchLosses } from './batch-losses'
import { factsTask, type Facts } from './facts'
import { viewHidden } from './hidden'
import { viewInputs } from './inputs'
import type { Inspected } from './inspected'
import { viewNetwork } from './network'
import { viewPlane } from './plane'
import { viewPoints } from './points'
import { viewSample } from './sample'
import { viewUnit } from './unit'

/** The answers to the page's views of whatever is open. */
export function viewHandlers(inspected: () => Inspected) {
  let latest: { readonly of: Dataset; readonly found: Promise<Facts> } | null = null
  /** What is inspected, once its facts are there: of many rows they take their time. */
  const withFacts = async () => {
    const { prepared } = inspected()
    if (latest?.of !== prepared.train) latest = { of: prepared.train, found: inSlices(factsTask(prepared)) }
    await latest.found
    return inspected()
  }
  return {
    viewNetwork: (args: Parameters<typeof viewNetwork>[1]) => viewNetwork(inspected(), args),
    viewUnit: (args: Parameters<typeof viewUnit>[1]) => viewUnit(inspected(), args),
    viewInputs: async () => viewInputs(await withFacts()),
    viewPlane: async (args: PlaneQuestion) => viewPlane(await withFacts(), args),
    viewPoints: async (args: Parameters<typeof viewPoints>[1]) => viewPoints(await withFacts(), args),
    viewAnswers: async (args: Parameters<typeof viewAnswers>[1]) => viewAnswers(await withFacts(), args),
    viewHidden: async (args: Parameters<typeof viewHidden>[1]) => viewHidden(await withFacts(), args),
    viewBatchLosses: () => viewBatchLosses(inspected()),
    viewSample: async (args: Parameters<typeof viewSample>[1]) => viewSample(await withFacts(), args)
  }
}
