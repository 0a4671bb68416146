import type { Translation } from '../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of messages and questions that any part of the window may show. */
export const zhCN: Translation<typeof en> = {
  confirm: {
    title: '放弃训练好的权重？',
    body: '这项更改需要新建网络。已训练 {epochs} 轮的权重将丢失，训练从第 0 轮重新开始。',
    ok: '放弃并更改',
    cancel: '保留权重'
  },
  maximise: { maximise: '最大化（双击标题栏）', restore: '还原 (Esc)' },
  toast: {
    saved: '已保存到 {path}',
    copied: '已复制 {text}',
    copiedRows: '已复制 {count} 行',
    retraced: '已回到第 {epoch} 轮。第 0 轮到第 {last} 轮与之前逐比特相同。',
    retracedOtherwise: '已回到第 {epoch} 轮。从第 {differsFrom} 轮起数值与之前不同：计算引擎的运算方式已改变。',
    close: '关闭此消息',
    label: '消息',
    list: '消息列表（{hotkey}）'
  }
}
