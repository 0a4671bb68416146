import { pageNames, pages, type PageName } from './pages'

/**
 * Everything that the menu, the keys and the list of keys offer: what each command is called, its keys, its place in the menu. What a
 * command does, and when it can be done, stands in src/renderer/commands.
 */

/** A part of the menu that commands come in, between lines or in a menu of its own; within it they keep the order of the list below. */
export type MenuGroup =
  | 'file.open'
  | 'file.paste'
  | 'file.settings'
  | 'file.class'
  | 'file.weights'
  | 'file.export'
  | 'file.print'
  | 'view.page'
  | 'view.sidebar'
  | 'view.zoom'
  | 'view.theme'
  | 'view.language'
  | 'run.go'
  | 'run.start'
  | 'help.keys'
  | 'app.settings'
  | 'app.about'

type Words = Readonly<Record<'en' | 'zh-CN', string>>

export interface Command {
  readonly words: Words
  /** Name of the command outside its menu. */
  readonly long?: Words
  /**
   * Chords such as `Mod+Shift+Z`, where Mod is Ctrl, or ⌘ on macOS, and keys are named as `KeyboardEvent.key` names them, letters in
   * capitals; the menu shows the first.
   */
  readonly keys?: readonly string[]
  /** The page that its keys hold on; all of them unless given. */
  readonly page?: PageName
  /** None: it is not in the menu. */
  readonly menu?: MenuGroup
  /** Held down, its keys do it again and again. */
  readonly repeats?: true
  /** It changes how things look and nothing else, so that it holds while a dialog stands, too. */
  readonly always?: true
  /** The browser does it of itself when its key is pressed. */
  readonly native?: true
}

const listed = {
  open: { words: { en: 'Open table…', 'zh-CN': '打开表格…' }, keys: ['Mod+O'], menu: 'file.open' },
  paste: { words: { en: 'Paste table', 'zh-CN': '粘贴表格' }, keys: ['Mod+V'], menu: 'file.paste', native: true },
  openSettingsFile: { words: { en: 'Open settings…', 'zh-CN': '打开设置文件…' }, menu: 'file.settings' },
  saveSettings: { words: { en: 'Save settings…', 'zh-CN': '保存设置文件…' }, menu: 'file.settings' },
  openClassSettings: { words: { en: 'Reset to class settings', 'zh-CN': '恢复课堂设置' }, menu: 'file.class' },
  openWeights: { words: { en: 'Open weights…', 'zh-CN': '打开权重…' }, menu: 'file.weights' },
  exportWeights: {
    words: { en: 'Weights…', 'zh-CN': '权重…' },
    long: { en: 'Export the weights', 'zh-CN': '导出权重' },
    keys: ['Mod+S', 'Mod+E'],
    menu: 'file.export'
  },
  exportHistory: { words: { en: 'Curves…', 'zh-CN': '曲线…' }, menu: 'file.export' },
  exportCheck: { words: { en: 'Gradient check…', 'zh-CN': '梯度检查…' }, menu: 'file.export' },
  print: { words: { en: 'Print…', 'zh-CN': '打印…' }, keys: ['Mod+P'], menu: 'file.print' },
  run: { words: { en: 'Run or pause', 'zh-CN': '运行或暂停' }, keys: [' '], page: 'workbench', menu: 'run.go' },
  step: { words: { en: 'Train one step', 'zh-CN': '训练一步' }, keys: ['ArrowRight'], page: 'workbench', menu: 'run.go', repeats: true },
  stepBack: { words: { en: 'Undo the step', 'zh-CN': '撤销一步' }, keys: ['ArrowLeft'], page: 'workbench', repeats: true },
  rewind: { words: { en: 'Rewind', 'zh-CN': '回到起点' }, menu: 'run.start' },
  newSeed: { words: { en: 'New seed', 'zh-CN': '更换种子' }, menu: 'run.start' },
  undo: { words: { en: 'Undo settings change', 'zh-CN': '撤销设置更改' }, keys: ['Mod+Z'] },
  redo: { words: { en: 'Redo settings change', 'zh-CN': '重做设置更改' }, keys: ['Mod+Shift+Z', 'Mod+Y'] },
  settings: { words: { en: 'Settings…', 'zh-CN': '设置…' }, keys: ['Mod+,'], menu: 'app.settings' },
  sidebar: {
    words: { en: 'Show or hide the settings', 'zh-CN': '显示或隐藏设置栏' },
    keys: ['Mod+B'],
    page: 'workbench',
    menu: 'view.sidebar'
  },
  zoomIn: { words: { en: 'Zoom in', 'zh-CN': '放大' }, keys: ['Mod++', 'Mod+='], menu: 'view.zoom', repeats: true, always: true },
  zoomOut: { words: { en: 'Zoom out', 'zh-CN': '缩小' }, keys: ['Mod+-'], menu: 'view.zoom', repeats: true, always: true },
  zoomReset: { words: { en: 'Actual size', 'zh-CN': '原始大小' }, keys: ['Mod+0'], menu: 'view.zoom', always: true },
  'theme:system': { words: { en: 'System', 'zh-CN': '跟随系统' }, menu: 'view.theme', always: true },
  'theme:light': { words: { en: 'Light', 'zh-CN': '浅色' }, menu: 'view.theme', always: true },
  'theme:dark': { words: { en: 'Dark', 'zh-CN': '深色' }, menu: 'view.theme', always: true },
  'language:en': { words: { en: 'English', 'zh-CN': 'English' }, menu: 'view.language', always: true },
  'language:zh-CN': { words: { en: '中文', 'zh-CN': '中文' }, menu: 'view.language', always: true },
  shortcuts: { words: { en: 'Keyboard shortcuts', 'zh-CN': '键盘快捷键' }, keys: ['?'], menu: 'help.keys' },
  about: { words: { en: 'About Backprop Lab', 'zh-CN': '关于 Backprop Lab' }, menu: 'app.about' }
} as const satisfies Readonly<Record<string, Command>>

/** A command for each page, which opens it. */
type PageCommand = `page:${PageName}`

const pageCommands = Object.fromEntries(
  pageNames.map((name, i): [string, Command] => {
    const { en, 'zh-CN': zh } = pages[name]
    return [
      `page:${name}`,
      { words: pages[name], long: { en: `Page: ${en}`, 'zh-CN': `页面：${zh}` }, keys: [`Mod+${i + 1}`], menu: 'view.page' }
    ]
  })
) as Readonly<Record<PageCommand, Command>>

export const commands = { ...listed, ...pageCommands }

export type CommandName = keyof typeof commands
export const commandNames = Object.keys(commands) as CommandName[]

/** A command by its name, with the members that it does not have. */
export function commandOf(name: CommandName): Command {
  return commands[name]
}
