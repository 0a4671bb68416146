import { lossContext, optimizerContext } from '../src/core/machines/wasm/contexts'
import { activationNames } from '../src/core/nn/activations'
import { lossKinds } from '../src/core/nn/losses'
import { optimizerKinds } from '../src/core/nn/optimizers'

/**
 * Writes what the kernels share with the catalogues, in AssemblyScript: the place of each number of a context, and the function that an
 * entry's code stands for, a code being the entry's place in its catalogue. Each entry calls the function that bears its name in camel
 * case: `leaky-relu` calls `leakyRelu` and `throughLeakyRelu`. An entry without such a function does not compile; a code that no entry
 * has traps.
 */
export function catalogueSource(): string {
  return [
    importsOf('./activations', [...activationNames.map(camelCase), ...activationNames.map(through)]),
    importsOf('./losses', lossKinds.map(camelCase)),
    importsOf('./optimizers', optimizerKinds.map(camelCase)),
    "import { Plan } from './plan'",
    '/** A = a(Z), element by element; `bytes` is a multiple of 64. A may be Z. */',
    choice('activate', 'z: usize, a: usize, bytes: i32', activationNames.map(camelCase)),
    '/** grad ⊙= a′(Z), in place; `bytes` is a multiple of 64. */',
    choice('throughActivation', 'grad: usize, z: usize, a: usize, bytes: i32', activationNames.map(through)),
    '/** N times the loss of the rows `from` … `to` − 1 into `rowLosses`, and unless `grad` is 0 their gradient, divided by `divisor`. */',
    choice(
      'lossesAndGradients',
      'plan: Plan, output: usize, grad: usize, width: i32, from: i32, to: i32, divisor: f64',
      lossKinds.map(camelCase)
    ),
    '/** One update in place of the parameters w and the slots by the gradient g, all of `bytes` bytes, a multiple of 16. */',
    choice('update', 'w: usize, g: usize, slot1: usize, slot2: usize, bytes: i32, context: usize', optimizerKinds.map(camelCase))
  ].join('\n')
}

/** The places of the numbers in the contexts of optimizers and losses, in bytes. */
export function contextsSource(): string {
  const places = (prefix: string, names: readonly string[]) =>
    names.map((name, place) => `export const ${prefix}_${constantCase(name)}: usize = ${place * 8}`)
  return [
    ...places('OPTIMIZER', optimizerContext),
    ...places('LOSS', lossContext),
    '/** Where the weights of the classes begin. */',
    `export const LOSS_CLASS_WEIGHTS: usize = ${lossContext.length * 8}`
  ].join('\n')
}

function importsOf(file: string, names: readonly string[]): string {
  return `import { ${names.join(', ')} } from '${file}'`
}

/** A generic function that calls the one of so many that its code stands for. */
function choice(name: string, parameters: string, functions: readonly string[]): string {
  const passed = parameters.replaceAll(/:\s*\w+/g, '')
  return [
    `export function ${name}<T>(code: i32, ${parameters}): void {`,
    'switch (code) {',
    ...functions.map((one, code) => `case ${code}: return ${one}<T>(${passed})`),
    '}',
    'unreachable()',
    '}'
  ].join('\n')
}

/** `leaky-relu` → `leakyRelu`. */
function camelCase(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `leaky-relu` → `throughLeakyRelu`. */
function through(name: string): string {
  return camelCase(`through-${name}`)
}

/** `weightDecay` → `WEIGHT_DECAY`. */
function constantCase(name: string): string {
  return name.replaceAll(/([A-Z])/g, '_$1').toUpperCase()
}
