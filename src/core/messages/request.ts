import type { TextsOf } from './texts-of'

/** Requests of the window that are refused. */
export const requestTexts = {
  'request.no-engine': {
    en: 'The engine is not running. Restart it and try again.',
    zh: '计算引擎未在运行。请重新启动引擎后再试。'
  },
  'request.no-run': {
    en: 'This run is no longer there: other data or settings have replaced it.',
    zh: '该训练已不存在：它已被其他数据或设置取代。'
  },
  'request.unknown-grant': {
    en: 'This file was not chosen in this window. Choose it again.',
    zh: '该文件不是在本窗口中选择的。请重新选择。'
  },
  'request.no-toy': {
    en: 'The open data are not a toy dataset, so their points cannot be edited.',
    zh: '当前数据不是合成数据集，不能编辑其中的点。'
  },
  'request.no-check': {
    en: 'There is no gradient check to export yet. Check the gradients first.',
    zh: '还没有可导出的梯度检查结果。请先检查梯度。'
  },
  'request.no-source': {
    en: 'There is no file to read again. Open it again.',
    zh: '没有可重新读取的文件。请再次打开文件。'
  },
  'request.not-ready': {
    en: 'These settings cannot be trained yet; see the Data section.',
    zh: '当前设置还不能训练；请查看“数据”部分。'
  },
  'request.preparing-cancelled': {
    en: 'Preparing the data was cancelled. Change a setting or choose “Prepare again” to continue.',
    zh: '数据准备已取消。更改任一设置或点击“重新准备”即可继续。'
  },
  'request.settings-data': {
    en: 'These settings were made for {name}, but the open table does not have its columns. Open {name} first, then the settings again.',
    zh: '这些设置对应的数据是 {name}，当前表格中没有相应的列。请先打开 {name}，再打开设置。'
  },
  'request.no-class-settings': {
    en: 'There is no backprop-lab-settings.json next to the program any more.',
    zh: '程序所在文件夹中已没有 backprop-lab-settings.json。'
  },
  'request.weights-kind': {
    en: '{name} is not a weights file; weights files end in .safetensors, .npz or .json.',
    zh: '{name} 不是权重文件；权重文件的扩展名为 .safetensors、.npz 或 .json。'
  },
  'request.weights-fit': {
    en: 'These weights were trained on other data: {field} is {stored} in the file but {here} here. Open the table they were trained on.',
    zh: '这些权重是用其他数据训练的：{field} 在文件中为 {stored}，此处为 {here}。请打开训练时所用的表格。'
  },
  'request.case-too-large': {
    en: 'The network in the app is too large to compare every gradient here. Choose fewer units, fewer inputs or a smaller batch in the workbench, or check it there by a sample.',
    zh: '当前网络过大，无法在此逐个比较梯度。请在工作台中减少单元数、输入数或批量大小，或在那里抽样检查。'
  },
  'request.no-lab': {
    en: 'No lab is open. Open it again; answers that were given are still there.',
    zh: '没有打开的实验。请重新打开；已提交的答案仍在。'
  },
  'request.lab-id': {
    en: 'This is not a student number of this lab; its form is {form}.',
    zh: '学号不符合本实验的格式：{form}。'
  },
  'request.lab-changed': {
    en: 'The answers in {path} are to another version of this lab. Open that version, or move the file away to begin anew.',
    zh: '{path} 中的答案对应本实验的另一个版本。请打开那个版本；若要重新开始，请先移走该文件。'
  },
  'request.lab-version': {
    en: 'This lab needs Backprop Lab {least} or newer; this is {version}.',
    zh: '本实验需要 Backprop Lab {least} 或更高版本；当前为 {version}。'
  },
  'request.lab-closed': {
    en: 'This task takes no more answers.',
    zh: '此题不再接受作答。'
  },
  'request.lab-late': {
    en: 'The time of this lab is over; answers are no longer taken. Hand in what you have.',
    zh: '实验时间已到，不再接受作答。请提交已有的答案。'
  },
  'request.lab-mode': {
    en: 'While a lab is being worked on, no other files are opened or saved. Hand the lab in or leave it first.',
    zh: '实验进行期间不能打开或保存其他文件。请先提交或退出实验。'
  },
  'request.no-walk': {
    en: 'This walk is no longer kept. Refresh to walk through the step anew.',
    zh: '该步骤的数据已不再保留。请刷新后重新查看。'
  },
  'request.walk-not-taken': {
    en: 'This step cannot be taken: the run has moved on, or the step is not one of its own. Refresh, then take the step.',
    zh: '无法执行这一步：训练已继续，或这一步不属于该训练。请刷新后再执行。'
  },
  'request.cancelled': {
    en: 'Cancelled.',
    zh: '已取消。'
  },
  'request.invalid': {
    en: 'The request {name} is not valid. Check the values entered and try again.',
    zh: '请求 {name} 无效。请检查所填的值后重试。'
  }
} as const satisfies TextsOf<'request'>
