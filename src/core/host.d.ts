/** The only facilities of its host that the engine uses beyond the language itself; every JavaScript host has them. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array, options?: { stream?: boolean }): string
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}
/** Base64, of texts whose characters are bytes. */
declare function btoa(bytes: string): string
declare function atob(base64: string): string
