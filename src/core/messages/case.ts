import type { TextsOf } from './texts-of'

/** Errors in a file of cases, for its author. */
export const caseTexts = {
  'case.object': { en: '{path}: expected an object, got {actual}', zh: '{path}：应为对象，实际为 {actual}' },
  'case.list': { en: '{path}: expected a list, got {actual}', zh: '{path}：应为列表，实际为 {actual}' },
  'case.empty': { en: '{path}: expected at least one entry', zh: '{path}：至少应有一项' },
  'case.entries': {
    en: '{path}: expected {expected} {expected:entry|entries}, got {count}',
    zh: '{path}：应有 {expected} 项，实际 {count} 项'
  },
  'case.numbers': {
    en: '{path}: expected {expected} {expected:number|numbers}, got {count}',
    zh: '{path}：应有 {expected} 个数，实际 {count} 个'
  },
  'case.number': { en: '{path}: expected a finite number, got {actual}', zh: '{path}：应为有限数，实际为 {actual}' },
  'case.range': {
    en: '{path}: expected a number {range}, got {actual}',
    zh: '{path}：应为 {range} 的数，实际为 {actual}'
  },
  'case.whole': {
    en: '{path}: expected a whole number from {low} to {high}, got {actual}',
    zh: '{path}：应为 {low} 到 {high} 之间的整数，实际为 {actual}'
  },
  'case.boolean': { en: '{path}: expected true or false, got {actual}', zh: '{path}：应为 true 或 false，实际为 {actual}' },
  'case.text': { en: '{path}: expected a string, got {actual}', zh: '{path}：应为字符串，实际为 {actual}' },
  'case.choice': { en: '{path}: expected one of {choices}, got {actual}', zh: '{path}：应为 {choices} 之一，实际为 {actual}' },
  'case.not-computed': {
    en: '{path}: {name} is not computed in these cases; remove it',
    zh: '{path}：这类题目不计算 {name}；请删除'
  },
  'case.not-finite': { en: '{path}: the loss is not finite', zh: '{path}：损失为非有限值（NaN 或无穷大）' },
  'case.walk-not-finite': {
    en: '{path}: the number in row {row}, column {column} of {step} is not finite',
    zh: '{path}：{step} 第 {row} 行第 {column} 列为非有限值（NaN 或无穷大）'
  },
  'case.unknown-key': { en: '{path}: unknown key; the known keys are {known}', zh: '{path}：未知的键；可用：{known}' },
  'case.one-answer': {
    en: 'A file of arrays answers one case, and there are {count}. Name a file with one case, or give the answers as JSON.',
    zh: '数组文件只能回答一个算例，而这里有 {count} 个。请指定只含一个算例的文件，或以 JSON 给出答案。'
  },
  'case.no-answer': {
    en: 'There is no answer to the case `{id}`. Give the file one entry for each case, with the same "id".',
    zh: '算例 `{id}` 没有答案。请在文件中为每个算例写一项，"id" 与算例相同。'
  }
} as const satisfies TextsOf<'case'>
