/** Whether code names something: in quotes, as a property, or as the key of an object. */
export function isNamedIn(code: string, name: string): boolean {
  const literal = name.replaceAll('.', String.raw`\.`)
  return new RegExp(`['"\`.]${literal}\\b(?!\\.)|[{,\\s]${literal}\\??\\s*[:,}]`).test(code)
}
