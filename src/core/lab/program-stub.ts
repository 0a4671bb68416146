import type { Language } from '../messages/catalogue'
import type { BackwardProblem } from '../mistakes/backward-problem'
import { losses } from '../nn/losses'

/** The words of a stub. */
const words = {
  en: {
    classes: 'class indices',
    values: 'numbers',
    forward: 'Forward pass and loss.',
    backward: 'Backward pass: the gradients, last layer first.'
  },
  zh: { classes: '类别下标', values: '数值', forward: '前向传播与损失。', backward: '反向传播：从最后一层开始求各梯度。' }
} as const

/** The beginning of a program for a problem: `backward(P, X, y, reg)` with names and shapes of all that it is given, and what it returns. */
export function programStub({ network, objective, batch }: BackwardProblem, language: Language): string {
  const say = words[language]
  const { bias = true, inputs, layers } = network
  const fanIn = (l: number) => (l === 0 ? inputs : layers[l - 1].units)
  const names = layers.map((_, l) => (bias ? `W${l + 1}, b${l + 1} = P[${l}]["W"], P[${l}]["b"]` : `W${l + 1} = P[${l}]["W"]`))
  const shapes = layers.map(
    ({ units, activation }, l) => `W${l + 1} (${fanIn(l)}, ${units})${bias ? `, b${l + 1} (${units},)` : ''}: ${activation}`
  )
  const grads = layers.map((_, l) => (bias ? `{"W": dW${l + 1}, "b": db${l + 1}}` : `{"W": dW${l + 1}}`))
  const { kind, reduction, ...options } = objective.loss
  const loss = [losses[kind].label.en, reduction, ...Object.entries(options).map(([name, value]) => `${name} ${String(value)}`)]
  const { targets } = batch
  const y = targets.kind === 'classes' ? `(${batch.X.rows},) ${say.classes}` : `(${batch.X.rows}, ${targets.values.columns}) ${say.values}`
  return `import numpy as np

# ${loss.filter(Boolean).join(', ')}; X (${batch.X.rows}, ${inputs}), y ${y}
${shapes.map((line) => `# ${line}`).join('\n')}

def backward(P, X, y, reg):
${names.map((line) => `    ${line}`).join('\n')}

    # ${say.forward}

    # ${say.backward}

    raise NotImplementedError
    return loss, [${grads.join(', ')}]
`
}
