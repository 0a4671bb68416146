/**
 * The scalings of a number: none; (x − mean) / deviation; (x − minimum) / (maximum − minimum); (x − median) / (Q₃ − Q₁). A spread of 0
 * counts as 1.
 */
export const scalings = ['none', 'standard', 'minmax', 'robust'] as const
export type Scaling = (typeof scalings)[number]

/** One class of several; several labels of yes or no; numbers. */
export const tasks = ['classification', 'multilabel', 'regression'] as const
export type Task = (typeof tasks)[number]

/**
 * The treatments of missing values: their rows are dropped, or they are filled with the mean, the median or the most frequent value (in
 * texts always the latter); `indicator` fills with the mean, or in texts the most frequent value, and adds an input that is 1 where
 * the value is missing.
 */
export const missingChoices = ['drop', 'mean', 'median', 'mode', 'indicator'] as const
export type MissingChoice = (typeof missingChoices)[number]

/** The encodings of a text: one input of 0 or 1 for each category, or the category's number by code point, from 0, scaled like a number. */
export const textEncodings = ['one-hot', 'ordinal'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** When a network is evaluated: by the rule of counts (train/evaluation-rule.ts), or after every epoch. */
export const evaluationChoices = ['auto', 'every'] as const
export type EvaluationChoice = (typeof evaluationChoices)[number]
