import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the settings of the engine. */
export const zhCN: Translation<typeof en> = {
  engine: {
    title: '设置：计算引擎',
    intro: '训练所用的计算引擎。更改后引擎会重新启动；训练从原处继续。',
    engine: '引擎',
    inUse: '当前引擎',
    choices: { auto: '自动', fast: '快速', safe: '安全', emulated: '模拟', plain: '参考实现' },
    choiceTexts: {
      auto: '程序启动时通过自检的最快引擎。',
      fast: 'WebAssembly，使用最宽的 SIMD 指令。',
      safe: '相同的内核，保留全部边界检查；速度较慢。',
      emulated: '相同的内核，用更简单的运算模拟乘加，适用于没有 FMA 指令的处理器。速度慢，也用于对照。',
      plain: '按公式直接书写的循环。速度很慢，用于对照。'
    },
    why: {
      auto: '这是最快的引擎，且已通过自检。',
      chosen: '由你选择，已通过自检。',
      forced: '由环境变量指定。',
      fallback: '更快的引擎不可用，或未通过自检。'
    },
    vectors: 'SIMD',
    vectorsOf: {
      fast: '128 位向量；处理器支持 AVX2 时两两合并为 256 位',
      safe: '128 位向量',
      emulated: '128 位向量，乘加由软件模拟',
      plain: '无'
    },
    tile: '分块',
    tileOf: '{tile}（行 × float32 列），本机实测最快',
    threads: '线程数',
    threadsOf: '至多 {threads} 个；本机可同时运行 {cores} 个',
    threadsHint: '结果不受线程数影响。小网络只用一个线程。',
    forced: '环境变量 BACKPROP_LAB_ENGINE 为 {choice}。设置该变量期间不能在此选择引擎。',
    apply: '应用'
  }
}
