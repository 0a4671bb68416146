import type { Translation } from '../i18n/catalogue'
import type { en } from './en'

/** The Chinese texts of the keyboard shortcuts. */
export const zhCN: Translation<typeof en> = {
  shortcuts: {
    title: '键盘快捷键',
    space: '空格',
    run: '运行、暂停或继续',
    step: '单步训练',
    back: '撤销一步',
    undo: '撤销设置更改',
    redo: '重做设置更改',
    open: '打开表格',
    paste: '打开剪贴板中的表格',
    save: '保存训练好的权重',
    settings: '设置',
    print: '打印实验',
    zoom: '放大、缩小、原始大小',
    list: '显示此列表',
    chart: '在图中：逐轮移动',
    close: '关闭'
  }
}
