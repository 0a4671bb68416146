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
    en: 'Character {character}:[ `{found}` is not expected here;] an operator (+ - * / @ ^) or a closing parenthesis is missing. Write products with *.',
    zh: '第 {character} 个字符：[此处不应是 `{found}`；]缺少运算符（+ - * / @ ^）或右括号。乘号不能省略。'
  },
  'graph.entry-expected': {
    en: 'Character {character}:[ `{found}` is not expected here;] a matrix is written with numbers alone, its rows separated by semicolons.',
    zh: '第 {character} 个字符：[此处不应是 `{found}`；]矩阵中只能写数字，行之间用分号分隔。'
  },
  'graph.index-expected': {
    en: 'Character {character}:[ `{found}` is not expected here;] an index is a whole number from 0.',
    zh: '第 {character} 个字符：[此处不应是 `{found}`；]下标应为从 0 开始的整数。'
  },
  'graph.ragged': {
    en: 'Character {character}: row {row} of this matrix has {actual} {actual:number|numbers}; the first has {expected}.',
    zh: '第 {character} 个字符：该矩阵第 {row} 行有 {actual} 个数，而第一行有 {expected} 个。'
  },
  'graph.unused-result': {
    en: 'Character {character}: more follows, so this result needs a name: `name = …;`.',
    zh: '第 {character} 个字符：后面还有语句，此处的结果需要命名：`name = …;`。'
  },
  'graph.assigned-twice': {
    en: 'Character {character}: `{name}` already has a value; use another name.',
    zh: '第 {character} 个字符：`{name}` 已经赋过值，请换一个名称。'
  },
  'graph.assigned-input': {
    en: 'Character {character}: `{name}` is an input, whose value is given; use another name, or remove the input.',
    zh: '第 {character} 个字符：`{name}` 是输入，其值已给出；请换一个名称，或删除该输入。'
  },
  'graph.assigned-function': {
    en: 'Character {character}: `{name}` is a function; use another name.',
    zh: '第 {character} 个字符：`{name}` 是函数名，请换一个名称。'
  },
  'graph.product-shapes': {
    en: 'Character {character}: {left} {leftShape} @ {right} {rightShape}: inner {columns} ≠ {rows}[; did you mean {suggestion}?]',
    zh: '第 {character} 个字符：{left} {leftShape} @ {right} {rightShape}：内侧维度 {columns} ≠ {rows}[；是否应为 {suggestion}？]'
  },
  'graph.elementwise-shapes': {
    en: 'Character {character}: {left} {leftShape} {sign} {right} {rightShape}: the shapes do not fit element by element[; for the matrix product write {suggestion}].',
    zh: '第 {character} 个字符：{left} {leftShape} {sign} {right} {rightShape}：形状不匹配，无法逐元素运算[；矩阵乘积请写 {suggestion}]。'
  },
  'graph.elementwise-note': {
    en: 'Character {character}: `*` is elementwise here; for the matrix product write `@`.',
    zh: '第 {character} 个字符：此处的 `*` 是逐元素乘法；矩阵乘积请写 `@`。'
  },
  'graph.column-note': {
    en: 'Character {character}: {name} is {shape}: every row counts as a sample of one score. For one sample write {name}.T.',
    zh: '第 {character} 个字符：{name} 的形状为 {shape}：每一行视为只有一个得分的样本。若只有一个样本，请写 {name}.T。'
  },
  'graph.function-shapes': {
    en: 'Character {character}: {name} does not take the shapes {shapes} together.',
    zh: '第 {character} 个字符：{name} 的参数形状 {shapes} 不匹配。'
  },
  'graph.dot-shapes': {
    en: 'Character {character}: {name} takes two vectors of one shape, not {first} and {second}.',
    zh: '第 {character} 个字符：{name} 的两个向量形状应相同，而它们是 {first} 和 {second}。'
  },
  'graph.axis': {
    en: 'Character {character}: the axis of {name} is 0 (over the rows) or 1 (over the columns).',
    zh: '第 {character} 个字符：{name} 的轴应为 0（沿行求）或 1（沿列求）。'
  },
  'graph.label-count': {
    en: 'Character {character}: {name} needs one label a row, {expected}, not {actual}.',
    zh: '第 {character} 个字符：{name} 每行需要一个类别编号，共 {expected} 个，而给出了 {actual} 个。'
  },
  'graph.label-range': {
    en: 'Character {character}: {actual} is no column of {name}; labels are whole numbers from 0 to {largest}.',
    zh: '第 {character} 个字符：{name} 没有第 {actual} 列；类别编号应为 0 到 {largest} 的整数。'
  },
  'graph.number-argument': {
    en: 'Character {character}: this argument of {name} must be one number.',
    zh: '第 {character} 个字符：{name} 的这个参数应为一个数。'
  },
  'graph.positive-constant': {
    en: 'Character {character}: this argument of {name} must be written as a number above 0.',
    zh: '第 {character} 个字符：{name} 的这个参数应写成大于 0 的数字。'
  },
  'graph.index-range': {
    en: 'Character {character}: there is no element {index} in {shape}; indices begin at 0.',
    zh: '第 {character} 个字符：形状 {shape} 中没有元素 {index}；下标从 0 开始。'
  },
  'graph.hessian-too-large': {
    en: 'The Hessian is formed for up to {limit} elements of inputs; these have {actual}. Ask for the product with one direction instead, or use fewer inputs.',
    zh: '海森矩阵最多对 {limit} 个输入元素计算，此处有 {actual} 个。可改为计算它与一个方向的乘积，或减少输入。'
  },
  'graph.hessian-of-matrix': {
    en: 'A Hessian belongs to a single number. Take the sum or the mean of the result, or read its Jacobians.',
    zh: '海森矩阵只对标量定义。请先对结果求和或求平均，或查看雅可比矩阵。'
  },
  'graph.jacobian-too-large': {
    en: 'The Jacobian with respect to {name} has {actual} entries, more than the {limit} that are shown.',
    zh: '对 {name} 的雅可比矩阵有 {actual} 个元素，超过可显示的上限 {limit}。'
  },
  'graph.no-code': {
    en: 'There is no code for the operation {operation}.',
    zh: '运算 {operation} 没有对应的代码。'
  },
  'graph.code-not-finite': {
    en: 'Code is written once every number is finite; see the marked node.',
    zh: '所有数都有限时才能生成代码；请查看标出的节点。'
  },
  'graph.input-twice': {
    en: 'There are two inputs called {name}; rename or remove one.',
    zh: '有两个名为 {name} 的输入；请改名或删除其中一个。'
  },
  'graph.input-text': {
    en: 'The input {name} is {value}; it must be a number, or a matrix with its rows between semicolons.',
    zh: '输入 {name} 为 {value}；应为数字，或以分号分行的矩阵。'
  },
  'graph.direction-name': {
    en: 'The direction names {name}, which is no input[; the inputs are {inputs}].',
    zh: '方向中的 {name} 不是输入[；输入有：{inputs}]。'
  },
  'graph.unknown-function': {
    en: 'Character {character}: there is no function `{name}`[; did you mean `{nearest}`?]; the functions are {functions}. Write products with *.',
    zh: '第 {character} 个字符：没有函数 `{name}`[；是否应为 `{nearest}`？]；可用的函数：{functions}。乘号不能省略。'
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
    en: 'Character {character}: no value is given for `{name}`[; did you mean `{nearest}`?][; values are given for {inputs}].',
    zh: '第 {character} 个字符：没有给出 `{name}` 的值[；是否应为 `{nearest}`？][；已给出：{inputs}]。'
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
  'graph.kink': {
    en: 'Kink at {place}: the derivative is taken as {derivative}.',
    zh: '折点：{place} 处不可导，导数取 {derivative}。'
  },
  'graph.kink-left': {
    en: 'Kink at {place}: the derivative from the left is taken.',
    zh: '折点：{place} 处不可导，取左导数。'
  },
  'graph.kink-tie': {
    en: 'Kink at a = b: each input receives half of the gradient.',
    zh: '折点：a = b 时，两个输入各得一半梯度。'
  },
  'graph.kink-shared': {
    en: 'Kink where several elements of a row are the largest: they share the gradient evenly.',
    zh: '折点：一行中有多个最大元素时，它们平分梯度。'
  },
  'graph.kink-differences': {
    en: 'Kink: the differences to the left and to the right are not the same.',
    zh: '折点：左右两侧的差分不同。'
  },
  'graph.no-curvature': {
    en: 'The second derivative with respect to {first} and {second} is not finite here.',
    zh: '对 {first} 和 {second} 的二阶导数在此处不是有限数。'
  }
} as const satisfies TextsOf<'graph'>
