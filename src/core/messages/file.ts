import type { TextsOf } from './texts-of'

/** Files that cannot be written. */
export const fileTexts = {
  'file.no-permission': {
    en: '{path} cannot be written: permission denied, or another program has the file open. Choose another folder.',
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
  'file.dangling-link': {
    en: '{path} cannot be written: {link} is a link to {target}, which does not exist. Create what it points to, or choose another folder.',
    zh: '无法写入 {path}：{link} 是指向 {target} 的链接，而后者不存在。请先创建链接所指的文件夹，或选择其他文件夹。'
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
  'file.is-input': {
    en: '{path} cannot be written: it is read here, and would be lost. Choose another place for the results.',
    zh: '无法写入 {path}：它正是要读取的文件，写入会使其丢失。请为结果选择其他位置。'
  },
  'file.in-use': {
    en: '{path} cannot be written: another program is training into it. Wait for it, or choose another folder.',
    zh: '无法写入 {path}：另一个程序正在向其中训练并写入结果。请等它完成，或选择其他文件夹。'
  },
  'file.unfinished': {
    en: '{path} holds results that were not finished being written, and what is left of them in {name} is damaged. Delete {name} there, or choose another folder.',
    zh: '{path} 中有未写完的结果，其中 {name} 里的剩余部分已损坏。请删除那里的 {name}，或选择其他文件夹。'
  },
  'file.stdout': {
    en: 'Standard output cannot be written ({reason}), so what is printed there is not complete. Files are.',
    zh: '无法写入标准输出（{reason}），因此其中的内容不完整；文件均已完整写入。'
  },
  'file.set-aside': {
    en: '{name} was moved to {path} and is kept there.',
    zh: '{name} 已移到 {path} 并保留在那里。'
  },
  'file.left-unread': {
    en: '{path} could not be moved aside; it stays as it is, and nothing is written in its place. Move it elsewhere and start again.',
    zh: '无法移走 {path}；它保持原样，不会被覆盖。请把它移到别处，然后重新启动。'
  },
  'file.no-temporary': {
    en: 'Backprop Lab cannot start: the folder for temporary files ({path}) cannot be written[: {reason}]. Set TMPDIR (TEMP on Windows) to one that can.',
    zh: 'Backprop Lab 无法启动：临时文件夹 {path} 无法写入[（{reason}）]。请将 TMPDIR（Windows 上为 TEMP）设为可写的文件夹。'
  },
  'file.relative-user-data': {
    en: 'Backprop Lab cannot start: the folder for its settings and your work ({path}) depends on where the app is started from, so your work would not be found from elsewhere. Set HOME and XDG_CONFIG_HOME to full paths, or start with --user-data-dir=FOLDER.',
    zh: 'Backprop Lab 无法启动：用于保存设置和工作的文件夹 {path} 取决于启动应用时所在的位置，换个位置就会找不到您的工作。请将 HOME 和 XDG_CONFIG_HOME 设为完整路径，或用 --user-data-dir=文件夹 启动。'
  },
  'file.no-user-data': {
    en: 'Backprop Lab cannot start: the folder for its settings and your work[ ({path})] cannot be written[: {reason}]. Make it writable, or start with --user-data-dir=FOLDER.',
    zh: 'Backprop Lab 无法启动：用于保存设置和工作的文件夹[ {path} ]无法写入[（{reason}）]。请使该文件夹可写，或用 --user-data-dir=文件夹 启动。'
  },
  'file.damaged-code': {
    en: 'Backprop Lab cannot start: its code in {path} is damaged or was changed. Copy or install the app again.',
    zh: 'Backprop Lab 无法启动：{path} 中的程序代码已损坏或被改动。请重新复制或安装本应用。'
  },
  'file.not-overwritten': {
    en: '{path} could not be read and is not overwritten. Move it elsewhere and start again.',
    zh: '{path} 无法读取，因此不会被覆盖。请把它移到别处，然后重新启动。'
  },
  'file.own-disk-full': {
    en: 'The disk of the app’s data folder is full ({path}). Free some space there.',
    zh: '程序数据文件夹所在的磁盘已满（{path}）。请在该磁盘上腾出空间。'
  },
  'file.own-no-permission': {
    en: 'The app’s data folder cannot be written: no permission, or a file in it is open elsewhere ({path}). Make it writable.',
    zh: '无法写入程序数据文件夹：没有权限，或其中的文件正被其他程序占用（{path}）。请使其可写。'
  },
  'file.own-not-writable': {
    en: 'The app’s data folder cannot be written ({path}: {reason}). Make sure that it is there and can be written.',
    zh: '无法写入程序数据文件夹（{path}：{reason}）。请确认该文件夹存在且可以写入。'
  },
  'file.not-writable': {
    en: '{path} cannot be written ({reason}). Choose another folder.',
    zh: '无法写入 {path}（{reason}）。请选择其他文件夹。'
  },
  'file.no-python': {
    en: 'Python is not available: {folder} holds no runtime that starts. In a checkout run `npm run build` with a connection to the npm registry; an installed app has to be unpacked anew.',
    zh: 'Python 不可用：{folder} 中没有可以启动的运行时。在源码目录中，请联网运行 `npm run build`；安装的应用请重新解压。'
  },
  'file.python-in-package': {
    en: 'The command line of the packaged app runs no Python. Check the program on the page Labs of its window, or by Node from the sources: `npm run --silent cli -- lab check-gradient FILE.py --case …`.',
    zh: '打包版自带的命令行不能运行 Python。请在窗口的“练习”页检查该程序，或在源码目录中用 Node 运行 `npm run --silent cli -- lab check-gradient FILE.py --case …`。'
  }
} as const satisfies TextsOf<'file'>
