import * as v from 'valibot'
import { rowForms, rowSides, weightFormatNames } from '#core'
import { aboutRun, answers, command, grant, nothing } from './request'

/** Files other than tables, and the session. */
export const fileRequests = {
  /** A picture or a table that the page made of a chart. */
  exportBytes: answers<{ path: string }>()(v.object({ grant, bytes: v.instance(Uint8Array) })),
  ...aboutRun({
    exportWeights: answers<{ path: string }>()(v.object({ grant, format: v.picklist(weightFormatNames) })),
    /** The last gradient check, as the CSV the command line writes. */
    exportGradientCheck: answers<{ path: string }>()(v.object({ grant })),
    exportHistory: answers<{ path: string }>()(v.object({ grant })),
    /** One side of the split as CSV, as in the file or as the network is fed it. */
    exportRows: answers<{ path: string }>()(v.object({ grant, side: v.picklist(rowSides), form: v.picklist(rowForms) })),

    /** The settings with the data they are for, to hand on. */
    exportSettings: answers<{ path: string }>()(v.object({ grant }))
  }),

  /** The settings of such a file, and the sample or toy data set they are for; another table is to be open before. */
  openSettingsFile: command(v.object({ grant })),
  /** The same with the file beside the program. */
  openClassSettings: command(nothing),
  /** Goes on from weights that were exported, with their settings, at their epoch; the data they were trained on are to be open. */
  openWeights: command(v.object({ grant })),

  /** Writes the session at once; it is also written on its own, some seconds after a change. */
  saveSession: command(nothing)
}
