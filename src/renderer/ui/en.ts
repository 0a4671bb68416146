/** The English texts of messages and questions that any part of the window may show. */
export const en = {
  confirm: {
    title: 'Discard the trained weights?',
    body: 'This change builds a new network. The weights trained for {epochs} epochs will be lost; training starts again at epoch 0.',
    ok: 'Discard and change',
    cancel: 'Keep the weights'
  },
  maximise: { maximise: 'Maximise (double-click the header)', restore: 'Restore (Esc)' },
  toast: {
    saved: 'Saved to {path}',
    copied: 'Copied {text}',
    copiedRows: 'Copied {count} row | Copied {count} rows',
    retraced: 'Back at epoch {epoch}. Epochs 0 to {last} are the same as before, bit for bit.',
    retracedOtherwise: 'Back at epoch {epoch}. Figures differ from epoch {differsFrom} on: the engine computes differently than before.',
    close: 'Close this message',
    label: 'Message',
    list: 'Messages ({hotkey})'
  }
} as const
