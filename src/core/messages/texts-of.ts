/** A sentence in both languages. */
export interface Text {
  readonly en: string
  readonly zh: string
}

/** The sentences of a subject, whose codes all begin with its name. */
export type TextsOf<Subject extends string> = Readonly<Record<`${Subject}.${string}`, Text>>
