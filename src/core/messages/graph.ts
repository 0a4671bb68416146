import type { TextsOf } from './texts-of'

/** Errors of the computational graph and its expressions. */
export const graphTexts = {
  'graph.input-count': {
    en: 'The operation {operation} was given {actual} inputs; it takes {expected}.',
    zh: '运算 {operation} 需要 {expected} 个输入，却给出了 {actual} 个。'
  },
  'graph.other-graph': {
    en: 'The operation {operation} was given a node of another graph.',
    zh: '运算 {operation} 的输入来自另一个计算图。'
  },
  'graph.not-a-number': {
    en: 'A reverse sweep starts from a single number, but this value is {actual}. Take its sum or mean, or give the gradient to start from.',
    zh: '反向传播从一个标量开始，而该值为 {actual}。请先求和或求平均，或指定起始的梯度。'
  },
  'graph.no-second-derivative': {
    en: 'The operation {operation} defines only its forward and backward functions, so it has no second derivative.',
    zh: '运算 {operation} 只定义了前向和反向函数，没有二阶导数。'
  },
  'graph.no-third-derivative': {
    en: 'The third derivative of {operation} is not available.',
    zh: '{operation} 没有提供三阶导数。'
  },
  'graph.value-expected': {
    en: 'Character {character}:[ `{found}` is not expected here;] a number, a name, a function, a minus sign or ( is missing.',
    zh: '第 {character} 个字符：[此处不应是 `{found}`；]缺少数字、变量名、函数、负号或左括号。'
  },
  'graph.operator-expected': {
    en: 'Character {character}:[ `{found}` is not expected here;] an operator (+ - * / ^) or a closing parenthesis is missing. Write products with *.',
    zh: '第 {character} 个字符：[此处不应是 `{found}`；]缺少运算符（+ - * / ^）或右括号。乘号不能省略。'
  },
  'graph.unknown-function': {
    en: 'Character {character}: there is no function `{name}`; the functions are {functions}. Write products with *.',
    zh: '第 {character} 个字符：没有函数 `{name}`；可用的函数：{functions}。乘号不能省略。'
  },
  'graph.bare-function': {
    en: 'Character {character}: `{name}` is a function; write {name}(…).',
    zh: '第 {character} 个字符：`{name}` 是函数；请写成 {name}(…)。'
  },
  'graph.argument-count': {
    en: 'Character {character}: `{name}` was given {actual} arguments; it takes {expected}.',
    zh: '第 {character} 个字符：`{name}` 有 {actual} 个参数，应为 {expected} 个。'
  },
  'graph.number-too-large': {
    en: 'Character {character}: this number is too large.',
    zh: '第 {character} 个字符：这个数过大。'
  },
  'graph.unknown-input': {
    en: 'Character {character}: no value is given for `{name}`[; values are given for {inputs}].',
    zh: '第 {character} 个字符：没有给出 `{name}` 的值[；已给出：{inputs}]。'
  },
  'graph.expression-too-long': {
    en: 'The expression has {actual} characters, more than the {limit} allowed.',
    zh: '表达式有 {actual} 个字符，超过上限 {limit}。'
  },
  'graph.input-not-finite': {
    en: 'The input {name} is {value}; it must be a finite number.',
    zh: '输入 {name} 为 {value}；应为有限数。'
  },
  'graph.not-finite': {
    en: 'Character {character}: {operation}({inputs}) is {value}, not a finite number.',
    zh: '第 {character} 个字符：{operation}({inputs}) 的值为 {value}，是非有限值（NaN 或无穷大）。'
  },
  'graph.no-derivative': {
    en: 'Character {character}: {operation}({inputs}) has no finite derivative.',
    zh: '第 {character} 个字符：{operation}({inputs}) 没有有限的导数。'
  },
  'graph.no-curvature': {
    en: 'The second derivative with respect to {first} and {second} is not finite here.',
    zh: '对 {first} 和 {second} 的二阶导数在此处不是有限数。'
  }
} as const satisfies TextsOf<'graph'>
