/**
 * The part of papaparse that the engine uses. The published types are not used because they bring all of Node's along, with which a slip
 * out of the pure engine would compile.
 */
declare module 'papaparse' {
  interface ParsedRow {
    readonly data: string[]
    /** `index` is where the content of the field begins, after its opening quote. */
    readonly errors: readonly { readonly code: string; readonly index?: number }[]
    /** `cursor` is where the row ends, its line end included. */
    readonly meta: { readonly cursor: number }
  }

  interface ParseOptions {
    readonly delimiter: string
    readonly newline: string
    readonly step: (row: ParsedRow, parser: { abort(): void }) => void
  }

  interface UnparseOptions {
    readonly newline: string
  }

  const Papa: {
    readonly parse: (text: string, options: ParseOptions) => void
    readonly unparse: (rows: readonly (readonly (string | number | null)[])[], options: UnparseOptions) => string
  }
  export default Papa
}
