import type { PlaneQuestion } from '#shared/view'
import { viewAnswers } from './answers'
import { viewBatchLosses } from './batch-losses'
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
  return {
    viewNetwork: (args: Parameters<typeof viewNetwork>[1]) => viewNetwork(inspected(), args),
    viewUnit: (args: Parameters<typeof viewUnit>[1]) => viewUnit(inspected(), args),
    viewInputs: () => viewInputs(inspected()),
    viewPlane: (args: PlaneQuestion) => viewPlane(inspected(), args),
    viewPoints: (args: Parameters<typeof viewPoints>[1]) => viewPoints(inspected(), args),
    viewAnswers: (args: Parameters<typeof viewAnswers>[1]) => viewAnswers(inspected(), args),
    viewHidden: (args: Parameters<typeof viewHidden>[1]) => viewHidden(inspected(), args),
    viewBatchLosses: () => viewBatchLosses(inspected()),
    viewSample: (args: Parameters<typeof viewSample>[1]) => viewSample(inspected(), args)
  }
}
