import { expect, it } from 'vitest'
import { countWords } from '../../../../src/renderer/features/lessons/count-words'

it.each([
  ['', 0],
  ['  \n', 0],
  ['The mask looks at Z.', 5],
  ["it doesn't – x_1 and 2.5", 6],
  ['掩码看 Z 不看梯度。', 8],
  ['用 softmax 的', 3],
  ['损失loss是', 4]
])('counts %j as %i', (text, words) => {
  expect(countWords(text)).toBe(words)
})
