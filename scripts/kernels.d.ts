/** The WebAssembly kernels that scripts/kernels-plugin.ts makes, to be compiled by their user. */
declare module 'virtual:kernels' {
  /** Multiplication and addition rounded apart: the same bits on every machine. */
  export const strict: Uint8Array<ArrayBuffer>
  /** Multiplication and addition rounded together in the products, where the processor can. */
  export const fused: Uint8Array<ArrayBuffer>
}
