import type { TextsOf } from './texts-of'

/** Errors in a lab file, for its author. */
export const labFileTexts = {
  'lab-file.no-head': {
    en: 'Line {line}: a lab file begins with a head between two lines ---, with lab, format, app, title and id.',
    zh: '第 {line} 行：实验文件应以两行 --- 之间的文件头开始，其中有 lab、format、app、title 和 id。'
  },
  'lab-file.no-field': {
    en: 'Line {line}: expected `key: value`, got `{text}`',
    zh: '第 {line} 行：应为“键: 值”，实际为 `{text}`'
  },
  'lab-file.unknown-key': {
    en: 'Line {line}: unknown key `{key}`; the known keys are {known}',
    zh: '第 {line} 行：未知的键 `{key}`；可用：{known}'
  },
  'lab-file.twice': {
    en: 'Line {line}: `{key}` stands in line {first} already',
    zh: '第 {line} 行：第 {first} 行已有 `{key}`'
  },
  'lab-file.empty': { en: 'Line {line}: `{key}` has no value', zh: '第 {line} 行：`{key}` 没有值' },
  'lab-file.missing': { en: 'Line {line}: `{key}` is missing from this block', zh: '第 {line} 行：这一块缺少 `{key}`' },
  'lab-file.value': {
    en: 'Line {line}, {key}: `{text}` cannot be used; expected: {form}',
    zh: '第 {line} 行，{key}：不能使用 `{text}`；应为：{form}'
  },
  'lab-file.no-task': {
    en: 'Line {line}: no section has a task',
    zh: '第 {line} 行：没有一节包含题目'
  },
  'lab-file.no-heading': {
    en: 'Line {line}: expected the heading of a section, such as `{example}`, got `{text}`',
    zh: '第 {line} 行：应为一节的标题，例如 `{example}`，实际为 `{text}`'
  },
  'lab-file.same-section': {
    en: 'Line {line}: the section in line {first} is named `{id}` already',
    zh: '第 {line} 行：第 {first} 行的一节已名为 `{id}`'
  },
  'lab-file.open-block': {
    en: 'Line {line}: this block is not closed; put a line ``` behind it',
    zh: '第 {line} 行：这一块没有结束；请在其后加一行 ```'
  },
  'lab-file.two-tasks': {
    en: 'Line {line}: section `{id}` has a task already; put this one into a section of its own',
    zh: '第 {line} 行：`{id}` 一节已有题目；请把这一题放进单独的一节'
  },
  'lab-file.two-openings': {
    en: 'Line {line}: section `{id}` opens a page already; put this into a section of its own',
    zh: '第 {line} 行：`{id}` 一节已有要打开的页面；请把这一块放进单独的一节'
  },
  'lab-file.unknown-task': {
    en: 'Line {line}: unknown kind of block `{kind}`; the known kinds are {known}',
    zh: '第 {line} 行：未知的块 `{kind}`；可用：{known}'
  },
  'lab-file.points-without-task': {
    en: 'Line {line}: section `{id}` has {points} {points:point|points} and no task',
    zh: '第 {line} 行：`{id}` 一节有 {points} 分却没有题目'
  },
  'lab-file.task-without-points': {
    en: 'Line {line}: the task of section `{id}` has no points; put them behind its name, such as `{example}`',
    zh: '第 {line} 行：`{id}` 一节的题目没有分值；请写在名称之后，例如 `{example}`'
  },
  'lab-file.points': {
    en: 'Line {line}: section `{id}` has {points} {points:point|points}, and its parts have {sum} in all',
    zh: '第 {line} 行：`{id}` 一节有 {points} 分，而各部分共 {sum} 分'
  },
  'lab-file.no-data': {
    en: 'Line {line}: the task of section `{id}` is about the data of each student, and the head has no `data`',
    zh: '第 {line} 行：`{id}` 一节的题目要用到每个学生自己的数据，而文件头没有 `data`'
  },
  'lab-file.no-network': {
    en: 'Line {line}: the program of section `{id}` has no network; put `lesson: L000` into its block, or `data` into the head',
    zh: '第 {line} 行：`{id}` 一节的程序没有对应的网络；请在块中写 `lesson: L000`，或在文件头写 `data`'
  },
  'lab-file.no-value': {
    en: 'Line {line}: section `{id}` asks for `{path}`, which is not one number: no such layer or element, or several without .sum, .mean, .min or .max',
    zh: '第 {line} 行：`{id}` 一节所问的 `{path}` 不是一个数：没有这一层或这个元素，或者有多个数而没有 .sum、.mean、.min、.max'
  },
  'lab-file.no-stage': {
    en: 'Line {line}: the network {lesson} of section `{id}` has no stage `{stage}`',
    zh: '第 {line} 行：`{id}` 一节的网络 {lesson} 没有 `{stage}` 这一步'
  },
  'lab-file.fault-hidden': {
    en: 'Line {line}: the mistake `{fault}` of section `{id}` changes no gradient of {lesson}, so nobody can find it',
    zh: '第 {line} 行：`{id}` 一节的错误 `{fault}` 不改变 {lesson} 的任何梯度，无人能够找到'
  },
  'lab-file.no-language': {
    en: 'Line {line}: this text is in no language; put {marks} before it',
    zh: '第 {line} 行：这段文字没有注明语言；请在前面写上 {marks}'
  },
  'lab-file.missing-language': {
    en: 'Line {line}: section `{id}` has no text behind {mark}; a lab has both languages',
    zh: '第 {line} 行：`{id}` 一节在 {mark} 之后没有文字；实验须有两种语言'
  }
} as const satisfies TextsOf<'lab-file'>
