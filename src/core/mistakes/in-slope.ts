import { activations, type Activation } from '../nn/activations'
import { gradientOfActivations, type AtLayer, type BackwardSteps } from './backward-steps'
import { mistakeIn } from './mistake'

/** One element on its way through the activation: the gradient g that arrives at a = a(z). */
interface Passing {
  readonly g: number
  readonly z: number
  readonly a: number
  readonly activation: Activation
}

/** dL/dZ with another factor than a'(z), at the activations where the mistake can be made. */
function withFactor(factor: (element: Passing) => number, isMadeAt: (activation: Activation) => boolean = () => true) {
  return ({ throughActivation }: BackwardSteps) =>
    (at: AtLayer) => {
      const { activation, cache } = at
      if (!isMadeAt(activation)) return throughActivation(at)
      const grad = gradientOfActivations(at)
      const { Z, A } = cache
      grad.data.forEach((g, e) => (grad.data[e] = g * factor({ g, z: Z.data[e], a: A.data[e], activation })))
      return grad
    }
}

const routes = ({ routes }: Activation): boolean => routes

const slope = ({ activation, z, a }: Passing): number => activation.derivative(z, a)

/** Mistakes on the way through an activation. */
export const mistakesInSlope = {
  'unmasked-relu': mistakeIn(
    'throughActivation',
    { en: 'ReLU passes every gradient', zh: 'ReLU 让全部梯度通过' },
    withFactor(() => 1, routes)
  ),
  'slope-left-out': mistakeIn(
    'throughActivation',
    { en: "a'(z) left out", zh: "漏掉了 a'(z)" },
    withFactor(
      () => 1,
      (activation) => !activation.routes
    )
  ),
  'mask-on-gradient': mistakeIn(
    'throughActivation',
    { en: 'Mask taken from the gradient (dA > 0), not from Z > 0', zh: '掩码看的是梯度（dA > 0），应看 Z > 0' },
    withFactor(({ g }) => (g > 0 ? 1 : 0), routes)
  ),
  'times-activation': mistakeIn(
    'throughActivation',
    { en: "Multiplied by A instead of a'(z)", zh: "乘的是 A，应乘 a'(z)" },
    withFactor(({ a }) => a)
  ),
  'times-pre-activation': mistakeIn(
    'throughActivation',
    { en: "Multiplied by Z instead of a'(z)", zh: "乘的是 Z，应乘 a'(z)" },
    withFactor(({ z }) => z)
  ),
  'slope-at-activation': mistakeIn(
    'throughActivation',
    { en: "a'(a) instead of a'(z)", zh: "用 a'(a) 代替 a'(z)" },
    withFactor(({ activation, a }) => activation.derivative(a, activation.value(a)))
  ),
  'slope-of-pre-activation': mistakeIn(
    'throughActivation',
    { en: 'Slope written in a, but taken at z: 1 − z², z(1 − z)', zh: '导数公式用 a 表示，代入的却是 z：1 − z²、z(1 − z)' },
    withFactor(({ activation, z }) => activation.derivative(z, z))
  ),
  'slope-without-square': mistakeIn(
    'throughActivation',
    { en: '1 − a instead of 1 − a²', zh: '写成 1 − a，应为 1 − a²' },
    withFactor(
      ({ a }) => 1 - a,
      (activation) => activation === activations.tanh
    )
  ),
  'slope-twice': mistakeIn(
    'throughActivation',
    { en: "Multiplied by a'(z) twice", zh: "乘了两次 a'(z)" },
    withFactor((at) => slope(at) * slope(at))
  )
} as const
