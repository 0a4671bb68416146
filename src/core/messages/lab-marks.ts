import type { TextsOf } from './texts-of'

/** The sentences that a student reads about the answer to a task of a lab. */
export const labMarksTexts = {
  'lab-marks.none': { en: 'No answer was handed in.', zh: '没有提交答案。' },
  'lab-marks.by-hand': { en: 'This answer is marked by a person.', zh: '此题由教师批改。' },
  'lab-marks.unreadable': {
    en: 'The answer does not have the form that this task expects; a person marks it.',
    zh: '答案的形式与此题不符，由教师批改。'
  },
  'lab-marks.no-truth': {
    en: 'The engine has no value for this prediction on the data of this student; a person marks it.',
    zh: '对该学生的数据，程序算不出此题的答案，由教师批改。'
  },
  'lab-marks.predicted-right': {
    en: '{answer} is right (try {try}): the value is {truth}.',
    zh: '{answer} 正确（第 {try} 次作答）：值为 {truth}。'
  },
  'lab-marks.predicted-wrong': { en: '{answer} is not right: the value is {truth}.', zh: '{answer} 不正确：值为 {truth}。' },
  'lab-marks.planted': {
    en: 'The planted mistake: {mistake}. Going back from the output, the first wrong gradients are in {tensor}.',
    zh: '植入的错误：{mistake}。从输出层往回看，最先出错的是 {tensor}。'
  },
  'lab-marks.words': {
    en: 'The text has {count} {count:word|words}; {least} to {most} were asked for.',
    zh: '文字共 {count} 字；要求 {least} 至 {most} 字。'
  },
  'lab-marks.reached': {
    en: 'The goal {figure} {relation} {goal} is reached: {value}.',
    zh: '已达到目标 {figure} {relation} {goal}：{value}。'
  },
  'lab-marks.missed': {
    en: 'The goal {figure} {relation} {goal} is not reached: {value}.',
    zh: '未达到目标 {figure} {relation} {goal}：{value}。'
  },
  'lab-marks.other-figure': {
    en: 'The answer says {figure} = {told}; trained again, these settings give {value}, which counts.',
    zh: '答案中 {figure} 为 {told}；按这些设置重新训练得到 {value}，以后者为准。'
  },
  'lab-marks.not-repeated': {
    en: 'The run could not be repeated from its settings; a person marks it.',
    zh: '无法按其设置重现这次训练，由教师批改。'
  },
  'lab-marks.locked': {
    en: 'The setting {setting} is locked in this lab and was changed.',
    zh: '本实验锁定了设置 {setting}，而它被改动了。'
  },
  'lab-marks.carried': {
    en: 'Counted although the numbers are wrong, since they follow rightly from the stages before: {stages}.',
    zh: '数值虽有误，但由前面各步的结果推得正确，因此得分：{stages}。'
  },
  'lab-marks.hint': {
    en: '{count} {count:hint|hints} taken, which cost {cost} {cost:point|points}.',
    zh: '使用了 {count} 条提示，扣 {cost} 分。'
  },
  'lab-marks.no-python': {
    en: 'The program was not run: no Python is at hand. A person marks it.',
    zh: '没有可用的 Python，程序未运行，由教师批改。'
  }
} as const satisfies TextsOf<'lab-marks'>
