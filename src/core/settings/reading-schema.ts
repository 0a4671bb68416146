import * as v from 'valibot'
import { byName } from './by-name'
import {
  columnKinds,
  dateOrders,
  encodings,
  escapeChoices,
  omissions,
  raggedRows,
  separators,
  spellingChoices,
  type ReadOptions
} from '../data/read-options'

const shortText = v.pipe(v.string(), v.maxLength(1000))

/** The options a file is read with; what is not given is found in the file. */
const readOptionsSchema = v.pipe(
  v.strictObject({
    encoding: v.optional(v.picklist(encodings)),
    separator: v.optional(v.picklist(separators)),
    decimal: v.optional(v.picklist(['.', ','])),
    header: v.optional(v.boolean()),
    ragged: v.optional(v.picklist(raggedRows)),
    dates: v.optional(v.picklist(dateOrders)),
    spellings: v.optional(v.picklist(spellingChoices)),
    escape: v.optional(v.picklist(escapeChoices)),
    skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6))),
    omit: v.optional(v.pipe(v.array(v.picklist(omissions)), v.maxLength(omissions.length))),
    missing: v.optional(v.pipe(v.array(shortText), v.maxLength(1000))),
    kinds: v.optional(byName(v.picklist(columnKinds))),
    sheet: v.optional(shortText)
  }),
  v.transform((options): ReadOptions => options)
)

const sampleSchema = v.strictObject({
  rows: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9)),
  how: v.picklist(['first', 'random']),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295)))
})

/** The schema of a `ReadingRequest`. */
export const readingSchema = v.strictObject({ options: readOptionsSchema, sample: v.optional(sampleSchema) })

/** Requested import options of a file, and a sample of its rows; all unless given. */
export type ReadingRequest = v.InferOutput<typeof readingSchema>
