import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { python } from '@codemirror/lang-python'
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, drawSelection, EditorView, keymap, lineNumbers, type DecorationSet } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** An editor for Python in an element. */
export interface Editor {
  /** Puts a text in place of what is there; undo brings that back. */
  write(text: string): void
  /** Marks a line, from 1; null takes the mark away. */
  mark(line: number | null): void
  /** Names it anew, in another language. */
  name(names: EditorNames): void
  destroy(): void
}

/** The names of an editor for those who hear it. */
export interface EditorNames {
  readonly label: string
  readonly description: string
}

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  readonly names: EditorNames
  readonly onChange: (text: string) => void
  readonly onRun: () => void
}

const markLine = StateEffect.define<number | null>()

/** The marked line; it goes with the first change. */
const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, docChanged, state }) {
    for (const effect of effects) {
      if (!effect.is(markLine)) continue
      const { value } = effect
      if (value === null || value > state.doc.lines) return Decoration.none
      return Decoration.set([Decoration.line({ class: 'cm-failed' }).range(state.doc.line(value).from)])
    }
    return docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field)
})

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: 'var(--accent)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--backward)' },
  { tag: tags.comment, color: 'var(--text-faint)', fontStyle: 'italic' },
  { tag: tags.function(tags.definition(tags.variableName)), color: 'var(--warn)' }
])

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)', fontSize: 'var(--text-body)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { color: 'var(--text-faint)', backgroundColor: 'var(--surface-inset)', borderRight: '1px solid var(--line)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-wash)'
  },
  '.cm-failed': { backgroundColor: 'var(--bad-wash)', boxShadow: 'inset 3px 0 0 var(--bad)' }
})

/** Shows an editor. It lives in a shadow tree, where its styles are sheets and no style elements, which the content policy would refuse. */
export function createEditor({ parent, text, names, onChange, onRun }: EditorOptions): Editor {
  const root = parent.attachShadow({ mode: 'open' })
  const named = new Compartment()
  const view = new EditorView({
    root,
    parent: root,
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      python(),
      syntaxHighlighting(colors),
      markedLine,
      theme,
      named.of(attributesOf(names)),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onChange(state.doc.toString())
      }),
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            onRun()
            return true
          }
        },
        indentWithTab,
        ...defaultKeymap,
        ...historyKeymap
      ])
    ]
  })
  return {
    write: (written) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: written } }),
    mark: (line) =>
      view.dispatch({
        effects: markLine.of(line),
        ...(line !== null &&
          line <= view.state.doc.lines && { selection: { anchor: view.state.doc.line(line).from }, scrollIntoView: true })
      }),
    name: (renamed) => view.dispatch({ effects: named.reconfigure(attributesOf(renamed)) }),
    destroy: () => view.destroy()
  }
}

function attributesOf({ label, description }: EditorNames) {
  return EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': description })
}
