import type { TextsOf } from './texts-of'

/** Errors of the command line. */
export const flagTexts = {
  'flag.no-command': {
    en: 'No command is given; for example: {example}',
    zh: '没有给出命令；例如：{example}'
  },
  'flag.unknown-command': {
    en: 'There is no command `{command}`; the commands are {commands}.',
    zh: '没有命令 `{command}`；可用的命令：{commands}。'
  },
  'flag.command-not-yet': {
    en: 'The command {command} is not available in this version; the commands are {commands}.',
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
    en: '{flag} is given more than once; give it once.',
    zh: '重复给出了 {flag}；请只给一次。'
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
    en: '{flag} applies only to the command {commands}.',
    zh: '{flag} 只用于命令 {commands}。'
  },
  'flag.other-optimizer': {
    en: '{flag} applies only to the optimizer {optimizers}. Choose it with --optimizer, or leave {flag} out.',
    zh: '{flag} 只用于优化器 {optimizers}。请用 --optimizer 选择它，或去掉 {flag}。'
  },
  'flag.not-together': {
    en: '{flag} and {other} cannot be given together; leave one of them out.',
    zh: '{flag} 和 {other} 不能同时给出；请去掉其中一个。'
  },
  'flag.no-feature': {
    en: '{flag} names `{name}`, which is not a feature of this run.',
    zh: '{flag} 中的 `{name}` 不是本次训练的特征。'
  },
  'flag.debugging': {
    en: 'The app does not start with {flag}: other programs could look into it or change what it does. Start it without.',
    zh: '程序拒绝带 {flag} 启动：其他程序可借此窥视或改变它的运行。请去掉该参数后重新启动。'
  },
  'flag.no-model': {
    en: '--model {path} cannot be read ({reason}); give the folder of a run or a weights file.',
    zh: '--model {path} 无法读取（{reason}）；请给出训练结果文件夹或权重文件。'
  },
  'flag.folds-model': {
    en: '{path} holds a cross-validation: choose one of its runs, such as {example}.',
    zh: '{path} 是交叉验证的结果；请选择其中一次训练，例如 {example}。'
  },
  'flag.mixed-run': {
    en: '{path} holds files of two runs: {file} does not belong to the weights. Train again, or give the file of the weights you mean.',
    zh: '{path} 中混有两次训练的文件：{file} 与权重不属于同一次训练。请重新训练，或直接给出所要的权重文件。'
  },
  'flag.run-in-use': {
    en: 'Another program is writing its results to {path}. Wait until it has, and try again.',
    zh: '另一个程序正在向 {path} 写入结果。请等它写完后再试。'
  },
  'flag.unfinished-run': {
    en: '{path} holds results that were not finished being written, and they cannot be finished now ({reason}). Make the folder writable, or copy it to a place that is, and try again.',
    zh: '{path} 中有未写完的结果，现在无法补写完整（{reason}）。请使该文件夹可写，或复制到可写的位置后再试。'
  },
  'flag.needs-flag': {
    en: '{flag} can only be used with {needed}.',
    zh: '{flag} 须与 {needed} 一起使用。'
  },
  'flag.name-twice': {
    en: '{flag} gives {name} more than once; give it once.',
    zh: '{flag} 重复给出了 {name}；请只给一次。'
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
    en: '--activation names {activations} {activations:activation|activations}, but there {layers:is|are} {layers} hidden {layers:layer|layers}; give one for all of them or one each.',
    zh: '--activation 给出了 {activations} 个激活函数，但隐藏层有 {layers} 层；请给出一个（各层通用）或每层一个。'
  },
  'flag.other-loss': {
    en: '{flag} applies only to the loss {losses}. Add --loss {losses}, or leave {flag} out.',
    zh: '{flag} 只用于损失 {losses}。请加上 --loss {losses}，或去掉 {flag}。'
  },
  'flag.no-state': {
    en: 'The weights in {path} were saved without the state of the run, by an older version or because it was too large, so it cannot go on as if it had never stopped. Train it again with --repeat.',
    zh: '{path} 中的权重没有保存训练状态（由旧版本保存，或状态过大），无法如同从未中断那样继续。请用 --repeat 重新训练。'
  },
  'flag.resume-rebuilds': {
    en: 'The run in {path} cannot go on with {flags}, which would make another network or other rows. Leave it out, or train anew with --repeat.',
    zh: '{path} 中的训练无法在改变 {flags} 后继续：网络或数据行会不同。请去掉它，或用 --repeat 重新训练。'
  },
  'flag.resume-done': {
    en: 'The run in {path} has done its {epochs} {epochs:epoch|epochs}; say how far to go on with --epochs N, N above {epochs}.',
    zh: '{path} 中的训练已完成 {epochs} 轮；请用 --epochs N 指定继续到第几轮，N 应大于 {epochs}。'
  },
  'flag.no-experiment': {
    en: 'In {path} there is no experiment.json, which says how the network was trained; give the folder of a run.',
    zh: '{path} 中没有说明如何训练网络的 experiment.json；请给出训练结果文件夹。'
  },
  'flag.run-data': {
    en: 'The run in {path} was trained on the file {name}, whose folder it does not know; name it with --data.',
    zh: '{path} 中的网络用文件 {name} 训练，但未记录其所在文件夹；请用 --data 指明。'
  },
  'flag.operand-and-flag': {
    en: '{command} takes either a {placeholder} or {flag}, not both.',
    zh: '{command} 只能给出 {placeholder} 或 {flag} 之一。'
  },
  'flag.lab-command': {
    en: 'lab {command} is not known. There are: {commands}.',
    zh: '未知的命令 lab {command}。可用的有：{commands}。'
  }
} as const satisfies TextsOf<'flag'>
