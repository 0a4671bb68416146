/** One of the choices of a field. */
export interface SelectOption<Value extends string> {
  readonly value: Value
  /** Of one that cannot be chosen: with the reason, since a list of the system shows nothing beside a name. */
  readonly label: string
  readonly disabled?: boolean
  /** The heading that this option and the next ones with the same stand under. */
  readonly group?: string
}
