import type { UiLanguage } from '#shared/contract'

const en = {
  file: 'File',
  openRecent: 'Open recent',
  clearRecent: 'Clear recent files',
  export: 'Export',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  theme: 'Theme',
  language: 'Language 语言',
  fullScreen: 'Full screen',
  run: 'Run',
  help: 'Help',
  logs: 'Logs'
}

/** The words of the menu besides those of its commands, in every language. */
export const menuWords: Readonly<Record<UiLanguage, typeof en>> = {
  en,
  'zh-CN': {
    file: '文件',
    openRecent: '最近打开',
    clearRecent: '清除最近打开的文件',
    export: '导出',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    theme: '主题',
    language: '语言 Language',
    fullScreen: '全屏',
    run: '运行',
    help: '帮助',
    logs: '日志'
  }
}
