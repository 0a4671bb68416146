/** The kernels: what WebAssembly shows to the engine. Compiled twice, strict and fused (scripts/kernels-plugin.ts). */
export * from './product-exports'

/** The first byte that is free for plans: below lies what the kernels keep for themselves. */
export function firstFreeByte(): usize {
  return __heap_base
}
