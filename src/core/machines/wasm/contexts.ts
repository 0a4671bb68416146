import { lossOptionNames } from '../../nn/losses'
import { optimizerOptionNames } from '../../nn/optimizers'

/**
 * The float64 numbers that the kernels of an optimizer are given, in the order that they have in memory. The first SCHEDULED of them
 * change from step to step: the learning rate, and 1 − βᵗ of the two moments. scripts/kernel-catalogue.ts writes the same places into
 * the kernels.
 */
export const optimizerContext = ['learningRate', 'firstCorrection', 'secondCorrection', 'nesterov', ...optimizerOptionNames] as const

export const SCHEDULED = 3

/** The float64 numbers that the kernels of a loss are given; after them come the weights of the classes where `weighsClasses` is 1. */
export const lossContext = ['weighsClasses', ...lossOptionNames] as const
