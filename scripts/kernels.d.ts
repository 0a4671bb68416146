/** The WebAssembly kernels that scripts/kernels-plugin.ts makes, to be compiled by their user. */
declare module 'virtual:kernels' {
  /** The products with the processor's multiply-add, which rounds once where the processor has one. */
  export const fused: Uint8Array<ArrayBuffer>
  /** The same with multiply-adds that are made of products and sums: the same bits on every processor. */
  export const emulated: Uint8Array<ArrayBuffer>
}
