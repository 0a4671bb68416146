/** The shape of a translation: the same keys, each with a text of its own. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> }

/** Filled in once, by `messages.ts` at the top, so that this folder knows the keys without importing any feature. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what augments it gives it its member
export interface Register {}

/** Every text of the window in one language. */
export type Catalogue = Register extends { readonly catalogue: infer C } ? Translation<C> : never

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]

/** The path of a text, such as `run.pause`. */
export type MessageKey = Paths<Catalogue>
