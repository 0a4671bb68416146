/** The fields of one row in bytes: the offsets of each, and its number where it is a plain one. */
export interface RowFields {
  /** [columns], offsets in the bytes, without quotes around the field. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** [columns], the number of a field whose form is one of decimals. */
  readonly values: Float64Array
  /** [columns], the number of decimals, or `textField`, or `quotedField`. */
  readonly forms: Uint8Array
}

/** Form of a field to be read as text, and of one in which each quote is doubled. */
export const textField = 255
export const quotedField = 254

export function createRowFields(columns: number): RowFields {
  return {
    starts: new Int32Array(columns),
    ends: new Int32Array(columns),
    values: new Float64Array(columns),
    forms: new Uint8Array(columns)
  }
}
