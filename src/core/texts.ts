import { doctorTexts } from './doctor/texts'

/**
 * Every sentence the engine can say to a person, in both languages, keyed by a stable code.
 * `{name}` is replaced by the detail of that name; a part in square brackets is left out when a detail in it is not given (or is
 * empty). A new error or note is one entry here.
 */
export const texts = {
  'shape.mismatch': {
    en: '{operation}: expected {expected}, got {actual}.',
    zh: '{operation}：应为 {expected}，实际为 {actual}。'
  },
  'shape.inputs': {
    en: '{operation}: input {input} is {actual}; it must be {expected}.',
    zh: '{operation}：第 {input} 个输入为 {actual}，应为 {expected}。'
  },
  'spec.field': {
    en: '{path}: {problem}.',
    zh: '{path}：{problem}。'
  },
  'spec.whole-number': {
    en: '{field} is {value}; it must be a whole number from {low} to {high}.',
    zh: '{field} 为 {value}；应为 {low} 到 {high} 之间的整数。'
  },
  'spec.above': {
    en: '{field} is {value}; it must be a finite number above {above}.',
    zh: '{field} 为 {value}；应为大于 {above} 的有限数。'
  },
  'spec.between': {
    en: '{field} is {value}; it must be a finite number of at least {from} and below {below}.',
    zh: '{field} 为 {value}；应为不小于 {from} 且小于 {below} 的有限数。'
  },
  'spec.within': {
    en: '{field} is {value}; it must be a number from {low} to {high}.',
    zh: '{field} 为 {value}；应为 {low} 到 {high} 之间的数。'
  },
  'spec.no-toy': {
    en: 'There is no toy data set named {name}; there are {toys}.',
    zh: '没有名为 {name} 的玩具数据集；现有：{toys}。'
  },
  'spec.no-knob': {
    en: 'The toy data set {toy} has no knob named {knob}; it has {knobs}.',
    zh: '玩具数据集 {toy} 没有名为 {knob} 的参数；它的参数有：{knobs}。'
  },
  'spec.knob-pair': {
    en: '{pair} is not of the form knob=number, as in toy:moons?size=200&noise=0.1.',
    zh: '{pair} 不是“参数=数值”的形式；正确写法如 toy:moons?size=200&noise=0.1。'
  },
  'spec.class-weights': {
    en: 'The class weights name {names}; the classes of `{target}` are {classes}.',
    zh: '类别权重中的 {names} 不是 `{target}` 的类别；现有类别：{classes}。'
  },
  'spec.class-weights-loss': {
    en: 'Class weights belong to softmax-cross-entropy; the loss is {loss}.',
    zh: '类别权重只用于 softmax-cross-entropy；当前损失为 {loss}。'
  },
  'spec.non-negative': {
    en: '{field} is {value}; it must be a finite number, 0 or more.',
    zh: '{field} 为 {value}；应为不小于 0 的有限数。'
  },
  'spec.fraction': {
    en: '{field} is {value}; it must be at least 0 and below 1.',
    zh: '{field} 为 {value}；应不小于 0 且小于 1。'
  },
  'spec.choice': {
    en: '{field} is {value}; it must be one of {choices}.',
    zh: '{field} 为 {value}；可选：{choices}。'
  },
  'spec.memory': {
    en: 'Training this network on these data needs {bytes} bytes of memory, which are not to be had[; the kernels reach {limit}]. Use fewer or narrower layers, smaller batches, or fewer rows.',
    zh: '在这些数据上训练该网络需要 {bytes} 字节内存，无法获得[；内核最多可用 {limit} 字节]。请减少层数、缩小层宽、减小批量或减少数据行。'
  },
  'spec.too-many-layers': {
    en: 'There are more than {limit} hidden layers; use at most {limit}.',
    zh: '隐藏层超过 {limit} 层；请最多使用 {limit} 层。'
  },
  'spec.malformed': {
    en: '{field} is {value}, which is not usable: {problem}.',
    zh: '{field} 为 {value}，无法使用：{problem}。'
  },
  'spec.output-activation': {
    en: 'The loss {loss} needs a {expected} output layer; this one is {actual}.',
    zh: '损失 {loss} 要求输出层为 {expected}，当前为 {actual}。'
  },
  'spec.loss-for-task': {
    en: 'The loss {loss} does not fit the target `{target}`[ with its {classes} classes]; use {usable}.',
    zh: '损失 {loss} 不适用于目标列 `{target}`[（{classes} 个类别）]；可用：{usable}。'
  },
  'spec.no-features': {
    en: 'No feature is chosen; choose at least one column besides the target.',
    zh: '没有选择任何特征；请至少选择目标之外的一列。'
  },
  'spec.no-target': {
    en: 'No target is chosen; choose the column to predict.',
    zh: '没有选择目标；请选择要预测的列。'
  },
  'spec.too-many-targets': {
    en: 'More than {limit} targets are chosen; choose fewer.',
    zh: '选择了超过 {limit} 个目标；请减少。'
  },
  'spec.several-classes': {
    en: '{count} targets are chosen ({targets}), but classification has one. Choose one of them, or the task multilabel or regression.',
    zh: '选择了 {count} 个目标（{targets}），而分类只能有一个。请只选其中一个，或改用多标签（multilabel）或回归任务。'
  },
  'spec.target-twice': {
    en: 'The target {name} is chosen twice; name it once.',
    zh: '目标 {name} 被选择了两次；请只列一次。'
  },
  'spec.fold': {
    en: '{field} is {value}; there are not so many folds.',
    zh: '{field} 为 {value}；没有这么多折。'
  },
  'spec.shares': {
    en: '{field} is {value}: beside the test rows nothing is left to train on. The two shares must add up to less than 1.',
    zh: '{field} 为 {value}：除去测试数据后没有剩下训练数据。两个比例之和应小于 1。'
  },
  'spec.target-is-feature': {
    en: 'The target {target} is also a feature; leave it out of the features.',
    zh: '目标列 {target} 同时被选为特征；请从特征中去掉它。'
  },
  'spec.split-column': {
    en: 'The column {name} says which rows are for testing; it can be neither a feature nor a target.',
    zh: '列 {name} 用来划分数据，不能同时作为特征或目标。'
  },
  'spec.feature-twice': {
    en: 'The feature {name} is chosen twice; name it once.',
    zh: '特征 {name} 被选择了两次；请只列一次。'
  },
  'flag.no-command': {
    en: 'Say what to do, for example: {example}',
    zh: '请说明要做什么，例如：{example}'
  },
  'flag.unknown-command': {
    en: 'There is no command `{command}`; there is {commands}.',
    zh: '没有命令 `{command}`；可用的命令：{commands}。'
  },
  'flag.command-not-yet': {
    en: 'The command {command} is not there yet in this version; there is {commands}.',
    zh: '当前版本尚未提供命令 {command}；可用的命令：{commands}。'
  },
  'flag.unknown': {
    en: 'There is no flag {flag}; --help lists them all.',
    zh: '没有参数 {flag}；用 --help 查看全部参数。'
  },
  'flag.needs-value': {
    en: '{flag} needs a value: {flag} {placeholder}.',
    zh: '{flag} 需要一个值：{flag} {placeholder}。'
  },
  'flag.takes-no-value': {
    en: '{flag} takes no value, but {value} was given.',
    zh: '{flag} 不带值，却给出了 {value}。'
  },
  'flag.twice': {
    en: '{flag} is given twice; give it once.',
    zh: '{flag} 给出了两次；请只给一次。'
  },
  'flag.required': {
    en: '{flag} is missing: {flag} {placeholder}.',
    zh: '缺少 {flag}：{flag} {placeholder}。'
  },
  'flag.empty': {
    en: '{flag} is empty; give {flag} {placeholder}.',
    zh: '{flag} 为空；请给出 {flag} {placeholder}。'
  },
  'flag.unexpected': {
    en: '`{text}` is not expected here: every value follows its flag. Put a value with spaces in quotes.',
    zh: '此处不应有 `{text}`：每个值都跟在参数之后。含空格的值请加引号。'
  },
  'flag.no-operand': {
    en: '{command} needs a {placeholder}[; {input} is standard input].',
    zh: '{command} 需要 {placeholder}[；{input} 表示标准输入]。'
  },
  'flag.other-command': {
    en: '{flag} belongs to the command {commands}.',
    zh: '{flag} 只用于命令 {commands}。'
  },
  'flag.other-optimizer': {
    en: '{flag} belongs to the optimizer {optimizers}. Choose it with --optimizer, or leave {flag} out.',
    zh: '{flag} 只用于优化器 {optimizers}。请用 --optimizer 选择它，或去掉 {flag}。'
  },
  'flag.not-together': {
    en: '{flag} and {other} cannot be given together; leave one of them out.',
    zh: '{flag} 和 {other} 不能同时给出；请去掉其中一个。'
  },
  'flag.no-feature': {
    en: '{flag} names `{name}`, which is no feature of this run.',
    zh: '{flag} 中的 `{name}` 不是本次训练的特征。'
  },
  'flag.no-model': {
    en: '--model {path} cannot be read ({reason}); give the folder of a run or a file of weights.',
    zh: '--model {path} 无法读取（{reason}）；请给出训练结果文件夹或权重文件。'
  },
  'flag.folds-model': {
    en: '{path} holds a cross-validation: choose one of its runs, such as {example}.',
    zh: '{path} 是交叉验证的结果；请选择其中一次训练，例如 {example}。'
  },
  'flag.needs-flag': {
    en: '{flag} goes with {needed}.',
    zh: '{flag} 须与 {needed} 一起使用。'
  },
  'flag.pairs': {
    en: '{flag} is {value}; it must be {placeholder}.',
    zh: '{flag} 为 {value}；应写作 {placeholder}。'
  },
  'flag.schedule': {
    en: '--schedule {value} is unusable: {kind} takes {names}.',
    zh: '--schedule {value} 无法使用：{kind} 可带 {names}。'
  },
  'flag.activation-count': {
    en: '--activation names {activations} activations, but there are {layers} hidden layers; give one for all of them or one each.',
    zh: '--activation 给出了 {activations} 个激活函数，但隐藏层有 {layers} 层；请给出一个（各层通用）或每层一个。'
  },
  'flag.other-loss': {
    en: '{flag} belongs to the loss {losses}. Add --loss {losses}, or leave {flag} out.',
    zh: '{flag} 只用于损失 {losses}。请加上 --loss {losses}，或去掉 {flag}。'
  },
  'graph.input-count': {
    en: 'The operation {operation} was given {actual} inputs; it takes {expected}.',
    zh: '运算 {operation} 需要 {expected} 个输入，却给出了 {actual} 个。'
  },
  'graph.other-graph': {
    en: 'The operation {operation} was given a node of another graph.',
    zh: '运算 {operation} 的输入来自另一个计算图。'
  },
  'graph.not-a-number': {
    en: 'A reverse sweep begins at one number, but this value is {actual}. Take its sum or its mean, or say what to begin with.',
    zh: '反向传播从一个数开始，而该值为 {actual}。请先求和或求平均，或指定起始的梯度。'
  },
  'graph.no-second-derivative': {
    en: 'The operation {operation} is defined by its forward and backward alone, so it has no second derivative.',
    zh: '运算 {operation} 只定义了前向和反向函数，没有二阶导数。'
  },
  'graph.no-third-derivative': {
    en: 'The third derivative of {operation} is not available.',
    zh: '{operation} 没有提供三阶导数。'
  },
  'graph.value-expected': {
    en: 'Character {character}:[ `{found}` is not expected here;] a number, a name, a function, a minus or ( is missing.',
    zh: '第 {character} 个字符：[此处不应是 `{found}`；]缺少数字、变量名、函数、负号或左括号。'
  },
  'graph.operator-expected': {
    en: 'Character {character}:[ `{found}` is not expected here;] an operator (+ - * / ^) or a closing parenthesis is missing. A product needs its *.',
    zh: '第 {character} 个字符：[此处不应是 `{found}`；]缺少运算符（+ - * / ^）或右括号。乘号不能省略。'
  },
  'graph.unknown-function': {
    en: 'Character {character}: there is no function `{name}`; there are {functions}. A product needs its *.',
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
    en: 'Character {character}: there is no value for `{name}`[; there are values for {inputs}].',
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
    zh: '第 {character} 个字符：{operation}({inputs}) 的值为 {value}，不是有限数。'
  },
  'graph.no-derivative': {
    en: 'Character {character}: {operation}({inputs}) has no finite derivative.',
    zh: '第 {character} 个字符：{operation}({inputs}) 没有有限的导数。'
  },
  'graph.no-curvature': {
    en: 'The second derivative by {first} and {second} is not finite here.',
    zh: '对 {first} 和 {second} 的二阶导数在此处不是有限数。'
  },
  'numeric.diverged': {
    en: 'Training stopped: {tensor} is not finite at step {step}, layer {layer}. The learning rate ({learningRate}) is likely too high; lower it and rewind.',
    zh: '训练已停止：第 {step} 步、第 {layer} 层的 {tensor} 不是有限数。学习率（{learningRate}）可能过大；请调低后回到起点。'
  },
  'numeric.not-deterministic': {
    en: 'The loss is not deterministic: two evaluations gave {first} and {second}. No verdict is given.',
    zh: '损失不是确定性的：两次计算得到 {first} 和 {second}，因此不作判定。'
  },
  'numeric.gradient-not-finite': {
    en: 'Element {element} of {tensor} is {value}; only a finite gradient can be checked.',
    zh: '{tensor} 的第 {element} 个元素为 {value}；只有有限的梯度才能检查。'
  },
  'numeric.neighbour-not-finite': {
    en: 'The loss is not finite where {tensor} differs by {step}, so there is no difference quotient. Choose a smaller ε.',
    zh: '{tensor} 改变 {step} 后损失不是有限数，无法计算差商。请选择较小的 ε。'
  },
  'numeric.not-finite': {
    en: 'The loss of this batch is not finite, so its gradient cannot be checked. Rewind, lower the learning rate, and train again.',
    zh: '该批次的损失不是有限数，无法检查梯度。请回到起点、调低学习率后重新训练。'
  },
  'case.object': { en: '{path}: expected an object, got {actual}', zh: '{path}：应为对象，实际为 {actual}' },
  'case.list': { en: '{path}: expected a list, got {actual}', zh: '{path}：应为列表，实际为 {actual}' },
  'case.empty': { en: '{path}: expected at least one entry', zh: '{path}：至少应有一项' },
  'case.entries': { en: '{path}: expected {expected} entries, got {count}', zh: '{path}：应有 {expected} 项，实际 {count} 项' },
  'case.numbers': { en: '{path}: expected {expected} numbers, got {count}', zh: '{path}：应有 {expected} 个数，实际 {count} 个' },
  'case.number': { en: '{path}: expected a finite number, got {actual}', zh: '{path}：应为有限数，实际为 {actual}' },
  'case.whole': {
    en: '{path}: expected a whole number from {low} to {high}, got {actual}',
    zh: '{path}：应为 {low} 到 {high} 之间的整数，实际为 {actual}'
  },
  'case.boolean': { en: '{path}: expected true or false, got {actual}', zh: '{path}：应为 true 或 false，实际为 {actual}' },
  'case.text': { en: '{path}: expected a text, got {actual}', zh: '{path}：应为文本，实际为 {actual}' },
  'case.choice': { en: '{path}: expected one of {choices}, got {actual}', zh: '{path}：应为 {choices} 之一，实际为 {actual}' },
  'case.not-finite': { en: '{path}: the loss is not finite', zh: '{path}：损失不是有限数' },
  'case.unknown-key': { en: '{path}: unknown key; known are {known}', zh: '{path}：未知的键；可用：{known}' },
  'format.not-weights': {
    en: '{file} is not a file of weights: {problem}.',
    zh: '{file} 不是权重文件：{problem}。'
  },
  'format.wrong-kind': {
    en: 'This is not a {format} file.',
    zh: '这不是 {format} 文件。'
  },
  'format.size': {
    en: 'The file is damaged or cut short: {what} should have {expected} bytes and has {actual}.',
    zh: '文件已损坏或不完整：{what} 应为 {expected} 字节，实际为 {actual} 字节。'
  },
  'format.too-large': {
    en: '{what} has {actual}, more than the {limit} allowed.',
    zh: '{what} 为 {actual}，超过上限 {limit}。'
  },
  'format.checksum': {
    en: 'The file is damaged: the checksum of `{name}` does not match.',
    zh: '文件已损坏：`{name}` 的校验和不符。'
  },
  'format.field': {
    en: '{field} is {actual}; expected {expected}.',
    zh: '{field} 为 {actual}；应为 {expected}。'
  },
  'format.missing': {
    en: 'The file has no `{name}`.',
    zh: '文件中没有 `{name}`。'
  },
  'format.offsets': {
    en: 'The tensors do not fill the file without holes or overlap: `{name}` begins at byte {actual}, expected {expected}.',
    zh: '各张量没有首尾相接地填满文件：`{name}` 始于第 {actual} 字节，应为 {expected}。'
  },
  'format.duplicate-name': {
    en: '`{name}` occurs twice.',
    zh: '`{name}` 出现了两次。'
  },
  'format.reserved-name': {
    en: 'The name `{name}` is not allowed in a file.',
    zh: '文件中不允许使用名称 `{name}`。'
  },
  'format.not-utf8': {
    en: 'The file is damaged: {what} is not UTF-8 text.',
    zh: '文件已损坏：{what} 不是 UTF-8 文本。'
  },
  'format.unsupported': {
    en: '`{name}` is stored in a way that is not supported ({what}).',
    zh: '`{name}` 的存储方式不受支持（{what}）。'
  },
  'format.not-json': {
    en: 'The JSON in the file cannot be read: {problem}.',
    zh: '无法读取文件中的 JSON：{problem}。'
  },
  'format.not-json-number': {
    en: '`{name}` is {value}, which JSON cannot hold; nothing was written.',
    zh: '`{name}` 为 {value}，JSON 无法表示；未写入任何内容。'
  },
  'format.not-finite': {
    en: 'Element {element} of tensor {tensor} is {value}; weights that are not finite are neither saved nor loaded.',
    zh: '张量 {tensor} 的第 {element} 个元素为 {value}；非有限的权重既不保存也不加载。'
  },
  'data.empty-file': {
    en: 'The file is empty.',
    zh: '文件是空的。'
  },
  'data.no-points': {
    en: 'No point would be left; leave at least one.',
    zh: '这样会一个点也不剩；请至少保留一个点。'
  },
  'data.no-point': {
    en: 'There is no point {point}; there are {count} points.',
    zh: '没有第 {point} 个点；共有 {count} 个点。'
  },
  'data.header-only': {
    en: 'Row {row} is a header but there are no data rows.',
    zh: '第 {row} 行是表头，但没有数据行。'
  },
  'data.not-text': {
    en: 'This is not a CSV file[ but {kind}][: byte {byte} is zero]; save it as CSV (UTF-8, comma separated) first.',
    zh: '这不是 CSV 文件[，而是 {kind}][：第 {byte} 个字节为零]；请先另存为 CSV（UTF-8，逗号分隔）。'
  },
  'data.not-utf8': {
    en: 'Byte {byte} (row {row}, column {column}) is not UTF-8. Try GB18030, or save the file as “CSV UTF-8” and open it again.',
    zh: '第 {byte} 个字节（第 {row} 行第 {column} 列）不是 UTF-8。请尝试 GB18030，或把文件另存为“CSV UTF-8”后重新打开。'
  },
  'data.wrong-encoding': {
    en: 'The file is not in the encoding {encoding}. Choose another one.',
    zh: '文件的编码不是 {encoding}。请选择其他编码。'
  },
  'data.quote-not-closed': {
    en: 'Row {row}, column {column}[ (`{name}`)]: a quote opened here is never closed.',
    zh: '第 {row} 行第 {column} 列[（`{name}`）]：此处的引号没有闭合。'
  },
  'data.text-after-quote': {
    en: 'Row {row}, column {column}[ (`{name}`)]: unexpected `{value}` after the closing quote[ of the field that opens in row {opened}]; write a quote inside a field as "".',
    zh: '第 {row} 行第 {column} 列[（`{name}`）]：右引号[（该字段始于第 {opened} 行）]之后出现 `{value}`；字段内的引号请写成 ""。'
  },
  'data.ragged-row': {
    en: 'Row {row} has {actual} fields; the header has {expected}[ (missing {missing})]. Rows like this: {rows} ({count} in all). Drop them, or mend them and open the file again.',
    zh: '第 {row} 行有 {actual} 个字段，表头有 {expected} 个[（缺少 {missing}）]。这样的行：{rows}（共 {count} 行）。请丢弃这些行，或修正后重新打开文件。'
  },
  'data.preamble': {
    en: 'Rows {rows} have {fields} fields, later rows {expected}: skip the first {count}? Drop them, or mend the file and open it again.',
    zh: '第 {rows} 行有 {fields} 个字段，之后的行有 {expected} 个：是否跳过前 {count} 行？请丢弃它们，或修正文件后重新打开。'
  },
  'data.row-too-long': {
    en: 'Row {row} is longer than 16 MB; is a quote missing?',
    zh: '第 {row} 行超过 16 MB；是否缺少引号？'
  },
  'data.field-too-long': {
    en: 'Row {row}, column {column} is longer than 1 MB; is a quote missing?',
    zh: '第 {row} 行第 {column} 列超过 1 MB；是否缺少引号？'
  },
  'data.too-many-columns': {
    en: 'Row {row} has {actual} fields, more than {limit}; is the separator right?',
    zh: '第 {row} 行有 {actual} 个字段，超过 {limit} 个；分隔符是否正确？'
  },
  'data.not-a-number': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is not a number.[ In this column {more} more cells are none.] Mend it, or leave the column out.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 不是数字。[该列另有 {more} 个这样的单元格。]请修正，或不使用该列。'
  },
  'data.not-finite': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is infinite or not a number; training needs finite values.[ In this column {more} more cells are like it.]',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 是无穷大或非数；训练需要有限数值。[该列另有 {more} 个这样的单元格。]'
  },
  'data.out-of-range': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is too large to compute with. Choose another scaling or precision f64, or leave the column out.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 过大，无法计算。请更换缩放方式或使用 f64 精度，或不使用该列。'
  },
  'data.no-column': {
    en: 'There is no column `{name}`; the columns are {columns}.',
    zh: '没有名为 `{name}` 的列；现有的列：{columns}。'
  },
  'data.one-class': {
    en: 'Only one class in `{name}`: every row says `{value}`. Choose another target.',
    zh: '`{name}` 只有一个类别：每一行都是 `{value}`。请选择其他目标列。'
  },
  'data.constant-target': {
    en: 'The target `{name}` is always {value}; there is nothing to learn. Choose another target.',
    zh: '目标列 `{name}` 恒为 {value}，没有可学的内容。请选择其他目标列。'
  },
  'data.text-target': {
    en: 'The target `{name}` is text (row {row}: `{value}`); regression needs numbers. Choose classification or another target.',
    zh: '目标列 `{name}` 是文本（第 {row} 行：`{value}`）；回归需要数字。请选择分类任务或其他目标列。'
  },
  'data.too-many-classes': {
    en: 'The target `{name}` has {count} classes, more than the {limit} allowed; choose another target, or regression if it is a number.',
    zh: '目标列 `{name}` 有 {count} 个类别，超过上限 {limit}；请选择其他目标列；若是数值可改用回归。'
  },
  'data.no-answer': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` is neither yes nor no, nor 0 or 1. A label has one pair of such words in all rows.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 既不是“是/否”也不是 0/1。标签列的所有行须使用同一对取值。'
  },
  'data.no-side': {
    en: 'Row {row}, column {column} (`{name}`): `{value}` says no side of the split; it must be train, test or validation.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 没有说明该行的用途；应为 train、test 或 validation（训练、测试、验证）。'
  },
  'data.no-values': {
    en: 'Column `{name}` has no value in any training row, so missing ones cannot be filled in. Leave the column out.',
    zh: '列 `{name}` 在训练行中没有任何值，无法填补缺失值。请不使用该列。'
  },
  'data.too-few-rows': {
    en: '{train} training rows and {test} test rows are left after {dropped} rows with missing values were dropped; at least 2 training rows are needed.',
    zh: '去掉含缺失值的 {dropped} 行后，剩下 {train} 行训练数据和 {test} 行测试数据；至少需要 2 行训练数据。'
  },
  'data.too-many-inputs': {
    en: 'The features make {count} inputs after one-hot encoding, more than {limit}; leave out text columns with many values.',
    zh: '独热编码后共有 {count} 个输入，超过上限 {limit}；请去掉取值很多的文本列。'
  },
  'data.too-large': {
    en: '{name} needs about {needed} GB of memory, {free} GB are free. Load a sample?',
    zh: '{name} 约需 {needed} GB 内存，现有 {free} GB 可用。是否只加载一个样本？'
  },
  'data.changed-while-read': {
    en: 'The file {name} changed during loading; load it again.',
    zh: '文件 {name} 在加载过程中发生了变化；请重新加载。'
  },
  'data.gzip-too-large': {
    en: '{name} holds more than {limit} GB; unpack it, and take a part of what it holds.',
    zh: '{name} 解压后超过 {limit} GB；请先解压，再取其中一部分。'
  },
  'data.gzip-damaged': {
    en: '{name} cannot be unpacked ({reason}): it is damaged or cut off.',
    zh: '无法解压 {name}（{reason}）：文件已损坏或不完整。'
  },
  'data.parquet': {
    en: '{name} cannot be read as Parquet ({reason}). Save it with Snappy compression or none, or as CSV.',
    zh: '无法按 Parquet 读取 {name}（{reason}）。请用 Snappy 压缩或不压缩保存，或另存为 CSV。'
  },
  'data.missing-file': {
    en: 'There is no file {name}.',
    zh: '没有文件 {name}。'
  },
  'data.no-sample': {
    en: 'There is neither a file nor a sample named {name}; the samples are {samples}.',
    zh: '没有名为 {name} 的文件或示例数据；示例数据有：{samples}。'
  },
  'data.not-on-disk': {
    en: 'What was dropped is not a file on this computer. Save it as a file first, then drop that.',
    zh: '拖入的内容不是本机上的文件。请先保存为文件，再拖入。'
  },
  'data.is-a-folder': {
    en: '{name} is a folder; choose a CSV file in it.',
    zh: '{name} 是文件夹；请选择其中的 CSV 文件。'
  },
  'data.no-permission': {
    en: '{name} cannot be read: you have no permission to.',
    zh: '无法读取 {name}：没有权限。'
  },
  'data.unreadable': {
    en: '{name} cannot be read ({reason}).',
    zh: '无法读取 {name}（{reason}）。'
  },
  'data.changed': {
    en: '{name} is not the file this experiment was made with (its content has changed).',
    zh: '{name} 的内容已改变，不再是本实验所用的文件。'
  },
  'data.cancelled': {
    en: 'Reading was cancelled; everything is as it was.',
    zh: '已取消读取；一切保持原样。'
  },
  'file.no-permission': {
    en: '{path} cannot be written: you have no permission there, or another program has it open. Choose another folder.',
    zh: '无法写入 {path}：没有权限，或文件正被其他程序打开。请选择其他文件夹。'
  },
  'file.disk-full': {
    en: '{path} cannot be written: the disk is full. Free some space or choose another disk.',
    zh: '无法写入 {path}：磁盘已满。请腾出空间或选择其他磁盘。'
  },
  'file.read-only': {
    en: '{path} cannot be written: the disk is read-only. Choose another folder.',
    zh: '无法写入 {path}：磁盘是只读的。请选择其他文件夹。'
  },
  'file.no-folder': {
    en: '{path} cannot be written: its folder does not exist. Choose another folder.',
    zh: '无法写入 {path}：所在文件夹不存在。请选择其他文件夹。'
  },
  'file.not-a-folder': {
    en: '{path} cannot be written: a part of the path is a file, not a folder. Choose another folder.',
    zh: '无法写入 {path}：路径中有一部分是文件而不是文件夹。请选择其他文件夹。'
  },
  'file.is-a-folder': {
    en: '{path} cannot be written: there is a folder of that name. Choose another name.',
    zh: '无法写入 {path}：已有同名文件夹。请换一个名称。'
  },
  'file.name-too-long': {
    en: '{path} cannot be written: the name is too long. Choose a shorter one.',
    zh: '无法写入 {path}：名称过长。请换一个较短的名称。'
  },
  'file.not-writable': {
    en: '{path} cannot be written ({reason}). Choose another folder.',
    zh: '无法写入 {path}（{reason}）。请选择其他文件夹。'
  },
  'note.thread-lost': {
    en: 'A thread of the engine ended unexpectedly. Training went on with one thread from the end of the last epoch; the results are the same.',
    zh: '引擎的一个线程意外终止。训练已从上一轮结束处改用单线程继续；结果不变。'
  },
  'note.engine-wrong': {
    en: 'The {tier} engine is left aside: in its self-test ({run}) {place} is {value}, not {expected}.',
    zh: '{tier} 引擎已停用：自检（{run}）中 {place} 为 {value}，应为 {expected}。'
  },
  'note.engine-missing': {
    en: 'The {tier} engine is left aside: it cannot be had here ({reason}).',
    zh: '{tier} 引擎已停用：无法在此使用（{reason}）。'
  },
  'note.dropped-rows': {
    en: '{count} of {total} rows have a missing value in a chosen column and are left out (first: row {row}, `{name}`).',
    zh: '{total} 行中有 {count} 行在所选列中含缺失值，已略去（第一处：第 {row} 行，`{name}`）。'
  },
  'note.renamed-column': {
    en: 'Columns {first} and {column} are both `{original}`; the latter is renamed `{name}`.',
    zh: '第 {first} 列和第 {column} 列都叫 `{original}`；后者改名为 `{name}`。'
  },
  'note.unnamed-column': {
    en: 'Column {column} has no name; it is called `{name}`.',
    zh: '第 {column} 列没有名称，暂称为 `{name}`。'
  },
  'note.numeric-header': {
    en: 'Row {row} looks like data, not names. It was taken as the header; if there is none, say so.',
    zh: '第 {row} 行看起来是数据而不是列名。它被当作了表头；如果没有表头，请指明。'
  },
  'note.no-header': {
    en: 'Row {row} looks like data, not names: it is read as data, and the columns are called `column_1`, `column_2`, … If it is a header, say so.',
    zh: '第 {row} 行看起来是数据而不是列名：已按数据读取，各列暂称为 `column_1`、`column_2`……如果它是表头，请指明。'
  },
  'note.encoding': {
    en: '[Byte {byte} (row {row}, column {column}) is not UTF-8. ]The file is read as {encoding}; if letters look wrong, choose another encoding.',
    zh: '[第 {byte} 个字节（第 {row} 行第 {column} 列）不是 UTF-8。]文件按 {encoding} 读取；如果文字显示有误，请选择其他编码。'
  },
  'note.preamble': {
    en: 'Rows {rows} have {fields} fields, later rows {expected}: the first {count} are skipped.',
    zh: '第 {rows} 行有 {fields} 个字段，之后的行有 {expected} 个：已跳过前 {count} 行。'
  },
  'note.trailing-separator': {
    en: 'Every row ends with an extra `{separator}`; the last, empty column is ignored.',
    zh: '每行末尾都多一个 `{separator}`；已忽略最后的空列。'
  },
  'note.ragged-rows': {
    en: '{count} rows do not have {expected} fields and are dropped: {rows}.',
    zh: '有 {count} 行的字段数不是 {expected} 个，已丢弃：第 {rows} 行。'
  },
  'note.parquet': {
    en: 'This is a Parquet file; its rows are numbered from 1.',
    zh: '这是 Parquet 文件；行号从 1 开始。'
  },
  'note.gzip': {
    en: 'The file is compressed (gzip); what it holds[ (`{name}`)] is read.',
    zh: '文件经 gzip 压缩；读取的是其中的内容[（`{name}`）]。'
  },
  'note.first-rows': {
    en: 'Only the first {rows} rows are loaded.',
    zh: '只加载了前 {rows} 行。'
  },
  'note.random-rows': {
    en: '{rows} of {total} rows are loaded, drawn at random (seed {seed}).',
    zh: '从 {total} 行中随机抽取并加载了 {rows} 行（随机种子 {seed}）。'
  },
  'note.dates': {
    en: 'Column `{name}`: {count} dates are read as days since 1970-01-01 (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个日期按自 1970-01-01 起的天数读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.percent': {
    en: 'Column `{name}`: {count} cells with a percent sign are read as fractions (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个带百分号的单元格按小数读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.full-width': {
    en: 'Column `{name}`: {count} cells have full-width characters and are read as numbers (first: row {row}, `{value}` is {meaning}).',
    zh: '列 `{name}`：{count} 个单元格含全角字符，已按数字读取（第一处：第 {row} 行，`{value}` 即 {meaning}）。'
  },
  'note.separator': {
    en: 'The columns are separated by `{separator}`.',
    zh: '各列以 `{separator}` 分隔。'
  },
  'note.decimal-comma': {
    en: 'Numbers are read with a decimal comma (row {row}, column {column}, `{name}`: `{value}` is {meaning}).',
    zh: '数字按小数逗号读取（第 {row} 行第 {column} 列 `{name}`：`{value}` 即 {meaning}）。'
  },
  'note.thousands': {
    en: 'Numbers are read with a comma between thousands (row {row}, column {column}, `{name}`: `{value}` is {meaning}).',
    zh: '数字中的逗号按千位分隔符读取（第 {row} 行第 {column} 列 `{name}`：`{value}` 即 {meaning}）。'
  },
  'note.ambiguous-thousands': {
    en: 'Row {row}, column {column} (`{name}`): is `{value}` {whole} or {decimals}? Choose the decimal mark; until then it is not a number.',
    zh: '第 {row} 行第 {column} 列（`{name}`）：`{value}` 是 {whole} 还是 {decimals}？请选择小数点符号；在此之前它不算数字。'
  },
  'note.mixed-line-ends': {
    en: 'The rows end in different ways ({kinds}); all are understood.',
    zh: '各行的换行符不一致（{kinds}），均已正确识别。'
  },
  'note.cr-line-ends': {
    en: 'The rows end in CR alone, as on old Macintosh systems; this is understood.',
    zh: '各行仅以 CR 结尾（旧 Macintosh 格式），已正确识别。'
  },
  'note.quote-in-field': {
    en: '{count} rows have a quote inside a field that is not quoted (first: row {row}); it is kept as it is.',
    zh: '有 {count} 行在未加引号的字段中含有引号（第一处：第 {row} 行），已原样保留。'
  },
  'note.not-numbers': {
    en: 'Column `{name}` holds numbers, but {count} of its cells are no finite number (first: row {row}, `{value}`). Mend them before you use the column.',
    zh: '列 `{name}` 为数值列，但有 {count} 个单元格不是有限数（第一处：第 {row} 行，`{value}`）。使用该列前请先修正。'
  },
  'note.empty-column': {
    en: 'Column `{name}` has no values at all; it is left out of the features.',
    zh: '列 `{name}` 没有任何值，未选作特征。'
  },
  'note.identifier': {
    en: 'Column `{name}` is text and different in every row (an identifier); it is left out of the features.',
    zh: '列 `{name}` 是文本且每行都不同（标识符），未选作特征。'
  },
  'note.constant-column': {
    en: 'Column `{name}` is always `{value}`: it carries nothing, and is left out of the features.',
    zh: '列 `{name}` 恒为 `{value}`，不含信息，未选作特征。'
  },
  'note.unseen-category': {
    en: 'Column `{name}`: {count} rows hold a value that no training row has (first: row {row}, `{value}`); all its inputs are 0 there.',
    zh: '列 `{name}`：有 {count} 行的取值未在训练数据中出现（第一处：第 {row} 行，`{value}`），其对应输入全为 0。'
  },
  'note.unseen-ordinal': {
    en: 'Column `{name}`: {count} rows hold a value that no training row has (first: row {row}, `{value}`); it counts as −1 there.',
    zh: '列 `{name}`：有 {count} 行的取值未在训练数据中出现（第一处：第 {row} 行，`{value}`），按 −1 处理。'
  },
  'note.filled': {
    en: 'Column `{name}`: {count} missing values are filled in with {value} (first: row {row}).',
    zh: '列 `{name}`：{count} 个缺失值已填补为 {value}（第一处：第 {row} 行）。'
  },
  'note.unused-columns': {
    en: 'The model does not use these columns: {names}.',
    zh: '模型不使用这些列：{names}。'
  },
  'note.duplicate-rows': {
    en: '{count} test rows also occur in training. The first of them: row {row} says the same as row {other}.',
    zh: '有 {count} 个测试行也出现在训练数据中。其中第一个：第 {row} 行与第 {other} 行相同。'
  },
  'note.single-label': {
    en: 'Row {row}: `{value}` occurs once in `{name}`.',
    zh: '第 {row} 行：`{value}` 在 `{name}` 中只出现一次。'
  },
  'note.label-typo': {
    en: 'Row {row}: `{value}` occurs once; a typo of `{near}`?',
    zh: '第 {row} 行：`{value}` 只出现一次；是否为 `{near}` 的笔误？'
  },
  'note.missing-class': {
    en: 'Class `{value}` of `{name}` has no training row.',
    zh: '`{name}` 的类别 `{value}` 没有训练数据。'
  },
  'request.busy': {
    en: 'Pause the training first.',
    zh: '请先暂停训练。'
  },
  'request.no-engine': {
    en: 'The engine is not running. Restart it and try again.',
    zh: '计算引擎未在运行。请重新启动引擎后再试。'
  },
  'request.unknown-grant': {
    en: 'This file was not chosen in this window. Choose it again.',
    zh: '该文件不是在本窗口中选择的。请重新选择。'
  },
  'request.no-toy': {
    en: 'The open data are no toy data set, so their points cannot be edited.',
    zh: '当前数据不是玩具数据集，不能编辑其中的点。'
  },
  'request.no-check': {
    en: 'There is no gradient check to export yet. Check the gradients first.',
    zh: '还没有可导出的梯度检查结果。请先检查梯度。'
  },
  'request.no-source': {
    en: 'There is no file to read again. Open it once more.',
    zh: '没有可重新读取的文件。请再次打开文件。'
  },
  'request.not-ready': {
    en: 'These settings cannot be trained yet; see what the data section says.',
    zh: '当前设置还不能训练；请查看数据部分的说明。'
  },
  'request.settings-data': {
    en: 'These settings were made for {name}, and the open table does not have its columns. Open {name} first, then the settings again.',
    zh: '这些设置是为 {name} 而做的，当前表格中没有相应的列。请先打开 {name}，再打开设置。'
  },
  'request.no-class-settings': {
    en: 'There is no backprop-lab-settings.json beside the program any more.',
    zh: '程序所在文件夹中已没有 backprop-lab-settings.json。'
  },
  'request.weights-kind': {
    en: '{name} is no file of weights; they end in .safetensors, .npz or .json.',
    zh: '{name} 不是权重文件；权重文件的扩展名为 .safetensors、.npz 或 .json。'
  },
  'request.weights-fit': {
    en: 'These weights were trained on other data: {field} is {stored} in the file, and {here} here. Open the table they were trained on.',
    zh: '这些权重是用其他数据训练的：{field} 在文件中为 {stored}，此处为 {here}。请打开训练时所用的表格。'
  },
  'request.cancelled': {
    en: 'Cancelled.',
    zh: '已取消。'
  },
  'request.invalid': {
    en: 'The request {name} was refused: {problem}.',
    zh: '请求 {name} 被拒绝：{problem}。'
  },
  'data.sample-missing': {
    en: '{name} is empty. Rows without it were left out of training, so give it a value.',
    zh: '{name} 为空。训练时已略去缺少该值的行，请填写一个值。'
  },
  'data.sample-number': {
    en: '{name} is {value}; it must be a finite number.',
    zh: '{name} 为 {value}；应为有限数。'
  },
  ...doctorTexts,
  'bug': {
    en: 'This is a mistake in Backprop Lab: {message}',
    zh: '这是 Backprop Lab 自身的错误：{message}'
  }
} as const

export type TextCode = keyof typeof texts
export type Language = 'en' | 'zh'
export type Details = Readonly<Record<string, string | number>>

/** Something the engine says without stopping: a code and the figures that fill its sentence. */
export interface Note {
  readonly code: TextCode
  readonly details: Details
}

const placeholder = /\{(\w+)\}/g

/**
 * The sentence of a code in one language, with its details filled in. Parts in square brackets whose details are not all given are left
 * out; elsewhere a placeholder without a detail stays visible.
 */
export function sentence(code: TextCode, details: Details, language: Language): string {
  const isGiven = (name: string) => Object.hasOwn(details, name) && details[name] !== ''
  return texts[code][language]
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(placeholder)].every(([, name]) => isGiven(name)) ? part : ''
    )
    .replace(placeholder, (whole, name: string) => (Object.hasOwn(details, name) ? String(details[name]) : whole))
}
