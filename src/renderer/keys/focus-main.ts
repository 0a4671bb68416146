/** Has the focus go to the page that is open: its keys act, and it is read aloud next. At a click on a control, at `pointerup`. */
export function focusMain(): void {
  const main = document.querySelector<HTMLElement>('main')
  if (!main) return
  main.tabIndex = -1
  main.focus({ preventScroll: true })
}
