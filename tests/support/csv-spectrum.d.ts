declare module 'csv-spectrum' {
  export interface SpectrumCase {
    readonly name: string
    readonly csv: Uint8Array
    readonly json: Uint8Array
  }

  const load: (done: (error: Error | null, cases: SpectrumCase[]) => void) => void
  export default load
}
