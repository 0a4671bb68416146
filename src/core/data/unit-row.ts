/** Symbols that take a prefix, and other words for units, as instruments and spreadsheets write them. */
const symbols = 'm|g|s|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|Ohm|ohm|S|Wb|T|H|lm|lx|Bq|Gy|Sv|kat|eV|bar|L|l|t|B|dB|cal|Wh|rad|Vpp|Vrms'
const prefixes = '[yzafpnuµμmcdhkMGTPEZY]'
const words =
  'min|h|hr|hrs|hours?|minutes?|seconds?|sec|days?|d|weeks?|months?|years?|yr|deg|degrees?|°|°C|°F|℃|℉|%|‰|ppm|ppb|dBm|dBV|pH|rpm|counts?|cts|samples?|sequence|a\\.u\\.|arb\\. ?u(?:nits|\\.)|' +
  'volts?|amperes?|amps?|watts?|kelvin|celsius|hertz|meters?|metres?|grams?|in|inch|ft|yd|mi|mph|kn|lb|lbs|oz|psi|atm|Torr|mmHg|[$€£¥]|' +
  '[毫微纳千兆]?(?:秒|伏|安|瓦|米|克|帕|赫兹|欧|升)|分钟|小时|天|年|度|摄氏度|元|厘米|公斤|次'
const one = `(?:(?:(?:${prefixes}|da)?(?:${symbols}))|${words})(?:\\^?-?\\d|[²³⁻¹]+)?`
const unit = new RegExp(`^${one}(?:\\s*[/·*. ]\\s*(?:${one}))*$`, 'u')
const unitOfWords = new RegExp(`^(?:${words})$`, 'iu')
const bracketed = /^(?:\(.*\)|\[.*\]|<.*>|\{.*\}|（.*）|【.*】)$/u

export function isBracketed(cell: string): boolean {
  return bracketed.test(cell)
}

/** Whether trimmed cells, one or more, are all units of measurement: `s`, `mV`, `m/s^2`, `Volt`, or anything in brackets. */
export function areUnits(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => isBracketed(cell) || unit.test(cell) || unitOfWords.test(cell))
}
