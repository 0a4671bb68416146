/** Codes of currencies (ISO 4217) and other words for them that are written before an amount. */
const currencyWords =
  'USD|EUR|GBP|JPY|CNY|RMB|CHF|INR|KRW|AUD|CAD|HKD|TWD|SGD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RUB|BRL|MXN|ZAR|TRY|THB|Rs\\.?|kr\\.?|Fr\\.?|人民币'

const currency = new RegExp(`^(?:(?:[A-Z]{1,3})?\\p{Sc}|${currencyWords}|元|円)$`, 'u')

/** A sign, a currency, and the number. */
const before = new RegExp(`^([+\\u2212-]?)((?:[A-Z]{1,3})?\\p{Sc}|${currencyWords})\\s*([+\\u2212-]?[\\d.,].*)$`, 'u')

/** A number, and letters or signs of a unit that hold no digit: `kg`, `°C`, `km/h`, `m²`, `€`, `元`. */
const after = /^([+\u2212-]?[\d.,](?:[\d.,\s'\u2018\u2019\u02BC]*[\d.,])?(?:[eE][+-]?\d+)?)\s*([\p{L}°′″\p{Sc}‰][\p{L}°\p{Sc}²³/·.^*-]{0,15})$/u

/** Halves of the day, which look like units of an hour. */
const halfDay = /^[ap]\.?m\.?$/i

/** Words for powers of ten: a number without them is another one. */
const multipliers: ReadonlySet<string> = new Set([
  ...['k', 'K', 'M', 'B', 'bn', 'Mio', 'Mio.', 'Mrd', 'Mrd.', 'million', 'billion', 'thousand', 'lakh', 'crore'],
  ...['十', '百', '千', '万', '萬', '亿', '億', '十万', '百万', '千万', '万元', '亿元']
])

/** Whether a unit multiplies the number before it. */
export function isMultiplier(unit: string): boolean {
  return multipliers.has(unit)
}

/** Whether a unit is one of money. */
export function isCurrency(unit: string): boolean {
  return currency.test(unit)
}

/** Finds the currency sign or unit before or after the number of a trimmed cell; null without one. */
export function unitOf(trimmed: string): string | null {
  const [, sign = '', money, amount = ''] = before.exec(trimmed) ?? []
  if (money !== undefined) return isOneSign(sign, amount) ? money : null
  const [, , unit] = after.exec(trimmed) ?? []
  return unit === undefined || halfDay.test(unit) ? null : unit
}

/** Takes a unit off a trimmed cell; one without it is returned as it is. */
export function withoutUnit(trimmed: string, unit: string): string {
  if (trimmed.endsWith(unit)) return trimmed.slice(0, -unit.length).trimEnd()
  const [, sign = '', money, amount = ''] = before.exec(trimmed) ?? []
  return money === unit && isOneSign(sign, amount) ? sign + amount : trimmed
}

function isOneSign(sign: string, amount: string): boolean {
  return sign === '' || /^[\d.,]/.test(amount)
}
