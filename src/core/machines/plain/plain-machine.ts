import { backward } from '../../network/backward'
import { dropoutMasks, hasDropout } from '../../network/dropout'
import { forward } from '../../network/forward'
import { copyParameters, type Parameters } from '../../network/parameters'
import { copyOptimizerState, freshOptimizerState, type OptimizerState } from '../../network/update'
import { gatherSamples, targetCount } from '../../nn/targets'
import { trainingArithmetic } from '../../tensor/arithmetic'
import { precisionOf } from '../../tensor/matrix'
import { evaluate } from '../../train/evaluate'
import { epochOrder, type Machine, type MachineOptions, type StepRequest } from '../../train/machine'
import { takeStep } from '../../train/step'

/** Reference implementation of a backend in TypeScript, whose every bit the faster ones have. */
export function plainMachine({
  network,
  optimizer,
  parameters,
  train,
  test,
  validation = gatherSamples(train, []),
  shuffleSeed
}: MachineOptions): Machine {
  const sets = { train, test, validation }
  const dropping = hasDropout(network)
  const precision = precisionOf(parameters[0].W)
  const arithmetic = trainingArithmetic[precision]
  let current: Parameters = []
  let memory: OptimizerState = { updates: 0, slots: [] }
  let kept: readonly [Parameters, OptimizerState] = [current, memory]
  let order: Int32Array = new Int32Array(0)

  function load(weights: Parameters, state: OptimizerState): void {
    current = copyParameters(weights)
    memory = copyOptimizerState(state)
  }

  function gradients({ from, to, objective, step }: StepRequest): Parameters {
    const masks = dropping ? dropoutMasks(network, to - from, shuffleSeed, step, precision) : undefined
    const { X, targets } = gatherSamples(train, order.subarray(from, to))
    const cache = forward(network, current, X, 0, masks, arithmetic)
    return backward(network, current, cache, targets, objective, arithmetic).gradients
  }

  function step({ from, to, objective, learningRate, clip, step }: StepRequest): number {
    const masks = dropping ? dropoutMasks(network, to - from, shuffleSeed, step, precision) : undefined
    const options = { network, objective, optimizer, learningRate, clip, step, masks, arithmetic }
    const taken = takeStep(current, memory, gatherSamples(train, order.subarray(from, to)), options)
    memory = taken.state
    return taken.loss
  }

  load(parameters, freshOptimizerState(optimizer, parameters))
  return {
    shuffle: (epoch) => {
      order = epochOrder(targetCount(train.targets), shuffleSeed, epoch)
    },
    takeStep: step,
    gradients,
    evaluate: (set, loss) => evaluate(network, current, sets[set], loss, arithmetic),
    parameters: () => current,
    optimizerState: () => memory,
    load,
    keep: () => {
      kept = [copyParameters(current), copyOptimizerState(memory)]
    },
    fallBack: () => load(...kept),
    release: () => {}
  }
}
