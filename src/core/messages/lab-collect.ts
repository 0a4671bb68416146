import type { TextsOf } from './texts-of'

/** The sentences that a teacher reads about files of answers, in problems.csv. */
export const labCollectTexts = {
  'lab-collect.damaged': {
    en: 'Not one line of this file is readable as answers. Ask for the copy at the other place.',
    zh: '文件中没有一行可以读作答案。请索要另一处的副本。'
  },
  'lab-collect.cut': {
    en: 'The last line was not written to its end, as when the power fails; all {count} before it count.',
    zh: '最后一行没有写完（例如断电）；此前的 {count} 条均有效。'
  },
  'lab-collect.tampered': {
    en: 'Line {line} does not go on from the line before: one of the two was changed, or a line was put in or taken out. The {count} {count:event|events} before it {count:counts|count}, what follows does not.',
    zh: '第 {line} 行与上一行接不上：两行之一被改动，或有行被插入、删去。此前的 {count} 条有效，其后的无效。'
  },
  'lab-collect.newer': {
    en: 'The file has format {format}, and this version reads format 1: it comes from a newer version of the app. Update this one.',
    zh: '文件格式为 {format}，而此版本只读格式 1：文件来自更新的版本。请更新本程序。'
  },
  'lab-collect.other-lab': { en: 'These are answers to the lab {found}, not {lab}.', zh: '这是实验 {found} 的答案，不是 {lab} 的。' },
  'lab-collect.other-hash': {
    en: 'The lab file was another version when these answers were given; they are marked by this one.',
    zh: '作答时的实验文件是另一版本；按现在这一版批改。'
  },
  'lab-collect.bad-id': {
    en: 'The student number {value} does not have the form {form} of this lab; nothing of it is marked.',
    zh: '学号 {value} 不符合本实验的形式 {form}；不予批改。'
  },
  'lab-collect.unknown-id': {
    en: 'This student number is not in the roster; it is marked all the same.',
    zh: '名单中没有这个学号；仍予批改。'
  },
  'lab-collect.renamed': {
    en: 'The file was renamed; the number in it counts, and its usual name is {name}.',
    zh: '文件被改名；以其中的学号为准，原名应为 {name}。'
  },
  'lab-collect.doubled': {
    en: 'There are {count} files of this number; {file}, which goes furthest, counts.',
    zh: '这个学号有 {count} 个文件；以走得最远的 {file} 为准。'
  },
  'lab-collect.forked': {
    en: 'This copy goes on differently from {file}, which counts: somebody may have worked in two places, or as somebody else.',
    zh: '这个副本与计入的 {file} 后半段不同：可能在两处作答，或有人冒用学号。'
  },
  'lab-collect.late': {
    en: '{count} {count:answer|answers} came after {minutes} minutes and {count:counts|count}; the decision is yours.',
    zh: '有 {count} 个答案在 {minutes} 分钟之后提交，已计入，由您决定。'
  },
  'lab-collect.too-late': {
    en: '{count} {count:answer|answers} came after {minutes} minutes and {count:does|do} not count, as the lab says.',
    zh: '有 {count} 个答案在 {minutes} 分钟之后提交，按实验规定不计入。'
  },
  'lab-collect.missing': { en: 'No file of this student number was found.', zh: '没有找到这个学号的文件。' },
  'lab-collect.packed': { en: 'This is an archive; unpack it, and collect again.', zh: '这是压缩包；请解压后重新收集。' },
  'lab-collect.link': { en: 'This is a link, which is not followed.', zh: '这是链接，不会跟随。' },
  'lab-collect.unreadable': { en: 'The file cannot be read: {reason}', zh: '无法读取该文件：{reason}' },
  'lab-collect.too-large': { en: 'The file is larger than {limit} MB, which no answers are.', zh: '文件超过 {limit} MB，不可能是答案。' },
  'lab-collect.failed': {
    en: 'Section {section} could not be marked, and is left to you: {reason}',
    zh: '{section} 一题无法自动批改，请手工批改：{reason}'
  },
  'lab-collect.program': { en: 'The program of section {section} gave no result:', zh: '{section} 一题的程序没有结果：' },
  'lab-collect.bad-mark': {
    en: 'Line {line} of manual.csv: {value} is no number from 0 to {of}; it does not count yet.',
    zh: 'manual.csv 第 {line} 行：{value} 不是 0 到 {of} 之间的数；暂不计入。'
  },
  'lab-collect.stray-mark': {
    en: 'Line {line} of manual.csv belongs to no answer that is there now; it is kept.',
    zh: 'manual.csv 第 {line} 行不对应现有的任何答案；仍予保留。'
  }
} as const satisfies TextsOf<'lab-collect'>
