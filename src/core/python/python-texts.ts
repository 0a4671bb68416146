import type { Text } from '../messages/texts-of'

/** Sentences about exceptions, which say what to do. */
const errors = {
  'no-numpy': {
    en: '`{name}` is not known: put `import numpy as np` at the top of the program.',
    zh: '未定义 `{name}`：请在程序开头写上 `import numpy as np`。'
  },
  'no-torch': {
    en: '`{name}` is not known: put `import torch` at the top of the program.',
    zh: '未定义 `{name}`：请在程序开头写上 `import torch`。'
  },
  name: {
    en: 'The name `{name}` is not defined: it is misspelt, or given its value only later.',
    zh: '名称 `{name}` 没有定义：可能拼写有误，或者在这之后才赋值。'
  },
  unbound: {
    en: 'The variable `{name}` is used before it has a value: somewhere in the function it is assigned, but not before this line.',
    zh: '变量 `{name}` 在赋值之前就被使用：函数中对它赋了值，但不在这一行之前。'
  },
  'full-width': {
    en: 'The character {character} is a full-width one; Python needs its half-width form. Switch the input method to English for punctuation.',
    zh: '字符 {character} 是全角字符，Python 只认半角。请把输入法切换到英文再输入标点。'
  },
  colon: { en: 'A `:` is missing at the end of the line.', zh: '行末缺少冒号 `:`。' },
  bracket: { en: 'The bracket {bracket} is never closed.', zh: '括号 {bracket} 没有闭合。' },
  'string-open': { en: 'A text is not closed with its quotation mark.', zh: '字符串缺少结尾的引号。' },
  indentation: {
    en: 'The indentation is wrong: lines of one block begin in the same column, and a block follows every `:`.',
    zh: '缩进有误：同一代码块的各行要对齐，每个 `:` 之后要有缩进的代码块。'
  },
  tabs: { en: 'Tabs and spaces are mixed in the indentation; use spaces alone.', zh: '缩进混用了制表符和空格；请只用空格。' },
  syntax: { en: 'Python cannot read the line: {message}.', zh: 'Python 读不懂这一行：{message}。' },
  broadcast: {
    en: 'Arrays of the shapes {first} and {second} do not go together element by element. Print both shapes; often a transpose or `keepdims=True` is missing.',
    zh: '形状 {first} 与 {second} 的数组无法逐元素运算。请打印两者的形状；常见的原因是少了转置或 `keepdims=True`。'
  },
  product: {
    en: 'The matrix product does not fit: the left factor has {columns} columns, the right one {rows} rows. Check the order and the transposes.',
    zh: '矩阵乘法的维度不匹配：左边有 {columns} 列，右边有 {rows} 行。请检查相乘的顺序和转置。'
  },
  'in-place': {
    en: 'The result has the shape {second} and does not fit into the array of shape {first} on the left.',
    zh: '结果的形状是 {second}，放不进左边形状为 {first} 的数组。'
  },
  truth: {
    en: 'A condition is an array. For element by element use `np.where` or a mask such as `A[Z <= 0] = 0`; for one answer `.all()` or `.any()`.',
    zh: '条件是一个数组。逐元素判断请用 `np.where` 或掩码，例如 `A[Z <= 0] = 0`；要得到单个结果请用 `.all()` 或 `.any()`。'
  },
  reshape: { en: 'The number of elements does not fit the new shape: {message}.', zh: '元素个数与新形状不符：{message}。' },
  axis: { en: 'The axis does not exist: {message}. The first axis is 0.', zh: '没有这个轴：{message}。轴从 0 开始编号。' },
  unpack: {
    en: 'The number of values does not match the number of names on the left: {message}.',
    zh: '右边值的个数与左边变量的个数不一致：{message}。'
  },
  'index-kind': {
    en: 'Indices must be integers: `y` of a classification holds class indices, other arrays need `.astype(int)`.',
    zh: '下标必须是整数：分类问题的 `y` 是类别下标，其他数组要先用 `.astype(int)` 转换。'
  },
  index: { en: 'An index is outside: {message}. Indices begin at 0.', zh: '下标越界：{message}。下标从 0 开始。' },
  'layer-key': {
    en: '`P` is a list with one dictionary per layer: the weights of layer 1 are `P[0]["W"]`, its bias is `P[0]["b"]`.',
    zh: '`P` 是列表，每层一个字典：第 1 层的权重是 `P[0]["W"]`，偏置是 `P[0]["b"]`。'
  },
  'no-bias': { en: 'This network has no biases: there is no `"b"` in `P`.', zh: '这个网络没有偏置：`P` 里没有 `"b"`。' },
  key: { en: 'The dictionary has no key {message}.', zh: '字典里没有键 {message}。' },
  arguments: { en: 'A function is called with the wrong number of arguments: {message}.', zh: '调用函数时参数个数不对：{message}。' },
  none: {
    en: 'A value is None: usually a function without `return`, or a value that has not been filled in.',
    zh: '某个值是 None：通常是函数忘了 `return`，或者变量还没有赋值。'
  },
  'not-callable': {
    en: 'Something is called that is no function: {message}. Often a `*` is missing before a bracket.',
    zh: '调用了不是函数的东西：{message}。常见的原因是括号前漏写了 `*`。'
  },
  attribute: {
    en: 'There is no `{name}` here: {message}. Methods of PyTorch such as `.t()` need `import torch`.',
    zh: '这里没有 `{name}`：{message}。`.t()` 之类 PyTorch 的方法需要先 `import torch`。'
  },
  'torch-part': {
    en: 'The part of PyTorch that is in here has no `{name}`. Use NumPy for it: its functions take these tensors.',
    zh: '这里只有 PyTorch 的一小部分，没有 `{name}`。请改用 NumPy：它的函数接受这些张量。'
  },
  cast: {
    en: 'An array of integers cannot take fractions: make it with `.astype(float)` first.',
    zh: '整数数组存不下小数：请先用 `.astype(float)` 转换。'
  },
  module: {
    en: 'There is no module `{name}` in here: NumPy, a part of PyTorch and the standard library are.',
    zh: '这里没有模块 `{name}`：可用的有 NumPy、PyTorch 的一小部分和标准库。'
  },
  'zero-division': { en: 'A number is divided by 0.', zh: '除数为 0。' },
  recursion: {
    en: 'A function calls itself without end: the case in which it stops is missing or never reached.',
    zh: '函数无休止地调用自己：缺少终止条件，或者永远到不了终止条件。'
  },
  memory: {
    en: 'The program needs more than {limit} MB of memory. Check the sizes of its arrays and loops that grow a list.',
    zh: '程序需要的内存超过 {limit} MB。请检查数组的大小，以及不断加长列表的循环。'
  },
  exit: { en: 'The program ended itself; leave out `exit` and `quit`.', zh: '程序自行退出了；请去掉 `exit` 和 `quit`。' },
  assertion: { en: 'An `assert` of the program does not hold[: {message}].', zh: '程序中的 `assert` 不成立[：{message}]。' },
  'to-do': { en: 'Here something is still to be written.', zh: '这里还有内容没有写完。' },
  input: { en: 'Nobody can answer `input()` here: take it out.', zh: '这里无法响应 `input()`：请去掉它。' },
  file: {
    en: 'The program sees no files of this computer: use what it is given, P, X, y and reg.',
    zh: '程序看不到本机的文件：请只使用传入的 P、X、y 和 reg。'
  },
  shut: {
    en: 'There are no networks, processes or threads in here: the program is shut in.',
    zh: '这里没有网络、进程和线程：程序在隔离环境中运行。'
  },
  other: { en: 'Python stopped with {type}[: {message}].', zh: 'Python 因 {type} 停止[：{message}]。' }
} as const satisfies Readonly<Record<string, Text>>

/** Sentences about results that are none, and about programs that were ended. */
const results = {
  'no-function': {
    en: 'There is no function `backward(P, X, y, reg)`. Define it, or call yours from it.',
    zh: '没有找到函数 `backward(P, X, y, reg)`。请定义它，或在其中调用自己的函数。'
  },
  pair: {
    en: '`backward` must return two values, `loss, grads`; what came is of type {type}.',
    zh: '`backward` 要返回两个值 `loss, grads`；实际返回的类型是 {type}。'
  },
  grads: {
    en: '`grads` must have the form of P, a list of dictionaries `W` and `b`; it is of type {type}.',
    zh: '`grads` 要与 P 形式相同，即由含 `W`、`b` 的字典组成的列表；实际类型是 {type}。'
  },
  layers: {
    en: '`grads` has {count} entries; the network has {expected} layers.',
    zh: '`grads` 有 {count} 项，而网络有 {expected} 层。'
  },
  missing: { en: 'The gradient of {tensor} is missing in `grads`.', zh: '`grads` 里缺少 {tensor} 的梯度。' },
  'not-numbers': { en: 'The gradient of {tensor} is not an array of numbers.', zh: '{tensor} 的梯度不是数值数组。' },
  shape: {
    en: 'The gradient of {tensor} has the shape {shape} and must have that of {tensor}, {expected}.',
    zh: '{tensor} 的梯度形状为 {shape}，应与 {tensor} 相同，即 {expected}。'
  },
  'not-finite': {
    en: 'The gradient of {tensor} contains NaN or infinity. Look for a division by 0, a logarithm of 0, or an exponential that overflows.',
    zh: '{tensor} 的梯度里有 NaN 或无穷大。请检查除以 0、对 0 取对数或指数溢出。'
  },
  loss: { en: 'The loss must be one number.', zh: '损失必须是一个数。' },
  'loss-not-finite': {
    en: 'The loss is {value}. Look for a logarithm of 0, or an exponential that overflows.',
    zh: '损失为 {value}。请检查对 0 取对数或指数溢出。'
  },
  time: {
    en: 'The program was stopped after {limit} s. Look for a loop that never ends.',
    zh: '程序运行超过 {limit} 秒，已被停止。请检查是否有不会结束的循环。'
  },
  died: {
    en: 'The program ended Python itself, or used more memory than the {limit} MB it has.',
    zh: '程序让 Python 自身退出了，或者用完了 {limit} MB 的内存。'
  },
  stopped: { en: 'The program was stopped.', zh: '程序已停止。' }
} as const satisfies Readonly<Record<string, Text>>

export const pythonTexts = { ...errors, ...results } as const

export type PythonTextCode = keyof typeof pythonTexts
