/** The languages that a step's code comes in. */
export const codeLanguages = ['numpy', 'typescript', 'pytorch'] as const
export type CodeLanguage = (typeof codeLanguages)[number]
