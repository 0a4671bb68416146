/** The kernels: what WebAssembly shows to the engine. Compiled twice, with the processor's multiply-add and with an emulated one (scripts/kernels-plugin.ts). */
export { layerBytes, planBytes } from './plan'
export * from './elementwise-exports'
export * from './multiply-add-exports'
export * from './product-exports'
export { shuffle } from './shuffle'
export * from './step-exports'
export { endThreads, serve, syncBytes, threadsServing } from './threads'

/** The first byte that is free for plans: below lies what the kernels keep for themselves. */
export function firstFreeByte(): usize {
  return __heap_base
}
