import type { TextsOf } from './texts-of'

/** Errors in files of weights and settings. */
export const formatTexts = {
  'format.wrong-kind': {
    en: 'This is not a {format} file.',
    zh: '这不是 {format} 文件。'
  },
  'format.size': {
    en: 'The file is damaged or truncated: {what} should have {expected} bytes and has {actual}.',
    zh: '文件已损坏或不完整：{what} 应为 {expected} 字节，实际为 {actual} 字节。'
  },
  'format.too-large': {
    en: '{what} has {actual}, more than the {limit} allowed.',
    zh: '{what} 为 {actual}，超过上限 {limit}。'
  },
  'format.unpacks-too-large': {
    en: 'The archive is small but says that it unpacks to {actual} MB, more than the {limit} MB that one of its size may. Unpack it and save it again uncompressed.',
    zh: '该压缩文件很小，却声称解压后有 {actual} MB，超过这一大小的文件允许的 {limit} MB。请解压后不压缩地重新保存。'
  },
  'format.too-deep': {
    en: 'The JSON in the file is nested more than {limit} levels deep; no file of this kind is. Choose another file.',
    zh: '文件中的 JSON 嵌套超过 {limit} 层，这类文件不会如此。请选择其他文件。'
  },
  'format.too-many-values': {
    en: 'The JSON in the file has more than {limit} values or keys, too many to be read. Choose a smaller file, or another format.',
    zh: '文件中的 JSON 有超过 {limit} 个值或键，无法读取。请选择较小的文件，或改用其他格式。'
  },
  'format.checksum': {
    en: 'The file is damaged: the checksum of `{name}` does not match.',
    zh: '文件已损坏：`{name}` 的校验和不符。'
  },
  'format.seal': {
    en: 'The file is damaged, or was changed: its numbers are not those of the SHA-256 saved with them. Use another copy. If you changed it yourself, delete `sha256` from its metadata; it is then read without this check.',
    zh: '文件已损坏或被改动：其中的数与随之保存的 SHA-256 不符。请使用其他副本。如果是您自己改动的，请删除元数据中的 `sha256`，读取时便不再作此校验。'
  },
  'format.field': {
    en: '{field} is {actual}; expected {expected}.',
    zh: '{field} 为 {actual}；应为 {expected}。'
  },
  'format.missing-field': {
    en: '{field} is missing[; expected {expected}].',
    zh: '缺少 {field}[；应为 {expected}]。'
  },
  'format.unknown-field': {
    en: '{field} is not known; remove it.',
    zh: '没有 {field} 这一项；请删除。'
  },
  'format.unexpected': {
    en: 'The file has `{name}`, which does not belong to the network; expected only {expected}.',
    zh: '文件中有 `{name}`，不属于该网络；应只有 {expected}。'
  },
  'format.missing': {
    en: 'The file has no `{name}`.',
    zh: '文件中没有 `{name}`。'
  },
  'format.offsets': {
    en: 'The tensors must fill the file without gaps or overlaps: `{name}` begins at byte {actual}, expected {expected}.',
    zh: '各张量应首尾相接地填满文件：`{name}` 始于第 {actual} 字节，应为 {expected}。'
  },
  'format.duplicate-name': {
    en: '`{name}` occurs twice.',
    zh: '`{name}` 出现了两次。'
  },
  'format.same-name': {
    en: '{field} is `{name}`, and so is {other}; each must have a name of its own.',
    zh: '{field} 与 {other} 同为 `{name}`；名称不得重复。'
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
    en: '`{name}` is {value}, which JSON cannot represent; nothing was written.',
    zh: '`{name}` 为 {value}，JSON 无法表示；未写入任何内容。'
  },
  'format.not-finite': {
    en: 'Element {element} of tensor {tensor} is {value}; weights that are not finite are neither saved nor loaded.',
    zh: '张量 {tensor} 的第 {element} 个元素为 {value}；含非有限值（NaN 或无穷大）的权重既不保存也不加载。'
  }
} as const satisfies TextsOf<'format'>
