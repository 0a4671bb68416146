/** Takes the focus from a control that was clicked, so that Space and the arrows walk at once; who chose by keys goes on choosing. */
export function freeKeys(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
