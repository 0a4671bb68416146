/** Elements that use keys themselves when focused: to type, choose, press or scroll. */
const TYPED_IN = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea'
const SCROLLED = '[role="region"], [role="table"]'
const FLOATING = '[role="dialog"], [role="alertdialog"]'
const PRESSED = `input, select, textarea, button, a, summary, ${FLOATING}, ${SCROLLED}`
const MOVED_IN = `input, select, textarea, [role="tab"], [role="radio"], [role="slider"], [role="separator"], ${FLOATING}, ${SCROLLED}`

/** Where a key other than a sign is left to the element that has the focus. */
const USES_KEY: Readonly<Record<string, string>> = {
  ' ': PRESSED,
  Enter: PRESSED,
  Escape: `input, select, textarea, ${FLOATING}`,
  ArrowLeft: MOVED_IN,
  ArrowRight: MOVED_IN,
  ArrowUp: MOVED_IN,
  ArrowDown: MOVED_IN,
  Home: MOVED_IN,
  End: MOVED_IN
}

/**
 * The chord of a key press as lists of keys write it: `Mod+Shift+Z`, `Shift+ArrowRight`, `?`. A sign says itself whether Shift is held
 * down; a letter says it only without Mod.
 */
export function chordOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const hasMod = ctrlKey || metaKey
  const isLetter = /^\p{L}$/u.test(key)
  const isNamed = key.length > 1
  const shift = shiftKey && (isNamed || (hasMod && isLetter)) ? 'Shift+' : ''
  return `${hasMod ? 'Mod+' : ''}${shift}${hasMod && isLetter ? key.toUpperCase() : key}`
}

/** Whether the element that has the focus uses the key itself, so that it is no shortcut there. One with Ctrl or ⌘ always is. */
export function isTakenByFocus({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || !(target instanceof Element)) return false
  return target.closest(USES_KEY[key] ?? TYPED_IN) !== null
}
