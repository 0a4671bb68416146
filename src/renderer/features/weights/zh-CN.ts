import type { Translation } from '../../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the weights and their files. */
export const zhCN: Translation<typeof en> = {
  weights: {
    export: '保存训练好的权重',
    exportEpoch: '当前为第 {epoch} 轮的权重。每个文件都包含特征名、缩放常数和类别名，仅凭该文件即可复现预测。',
    safetensors: 'safetensors',
    safetensorsHint: '适用于 PyTorch、JAX、Rust；读取时不执行代码',
    npz: 'NumPy .npz',
    npzHint: 'numpy.load("weights.npz")',
    json: 'JSON',
    jsonHint: '纯文本，任何语言都能读取',
    save: '保存…',
    saveAs: '保存为 {format}',
    history: '保存曲线',
    historyHint: '每轮一行，完整精度',
    csv: 'CSV',
    tensors: '张量',
    tensor: '张量',
    kind: '类型',
    kinds: { weights: '权重', bias: '偏置' },
    layer: '层',
    shape: '形状',
    count: '参数个数',
    total: '合计',
    activation: '激活函数',
    layout: '权重按 [输入, 输出] 存放：Z = A·W + b。'
  }
}
