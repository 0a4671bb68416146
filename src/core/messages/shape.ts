import type { TextsOf } from './texts-of'

/** Shape mismatches. */
export const shapeTexts = {
  'shape.mismatch': {
    en: '{operation}: expected {expected}, got {actual}.',
    zh: '{operation}：应为 {expected}，实际为 {actual}。'
  },
  'shape.inputs': {
    en: '{operation}: input {input} is {actual}; it must be {expected}.',
    zh: '{operation}：第 {input} 个输入为 {actual}，应为 {expected}。'
  }
} as const satisfies TextsOf<'shape'>
