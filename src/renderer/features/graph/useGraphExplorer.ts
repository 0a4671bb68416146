import { useEventListener, watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { tensorText, type ShownNode, type TypedProgram } from '#core'
import type { GraphPicture, GraphQuestion, WireError } from '#shared/contract'
import type { EngineClient } from '../../engine-client/useEngine'
import { createQuery } from '../../engine-client/useQuery'
import { sharedState } from '../../ui/shared-state'
import { examples, type Example } from './examples'
import { keepProgram, readKeptProgram } from './kept-program'
import { walkOf, type GraphWalk } from './walk'

/** The drawings there are: reverse mode alone, forward mode above it, or the graph and that of its gradients. */
export const drawingModes = ['reverse', 'both', 'product'] as const
export type DrawingMode = (typeof drawingModes)[number]

/** After a change the program is kept once nothing has changed for so long, in milliseconds: a slider is not written at every move. */
const KEEP_AFTER = 400

/** The program on the page with what is known of it. */
export interface GraphExplorer {
  readonly text: Readonly<Ref<string>>
  readonly inputs: Readonly<ShallowRef<TypedProgram['inputs']>>
  /** Everything that the picture follows from. */
  readonly question: ComputedRef<GraphQuestion>
  /** The last picture there was; the text may have gone on. */
  readonly picture: Readonly<ShallowRef<GraphPicture | null>>
  readonly error: ComputedRef<WireError | null>
  readonly chosen: ComputedRef<ShownNode | null>
  readonly walk: GraphWalk
  readonly mode: Ref<DrawingMode>
  /** The element of an input that forward mode is drawn from, by its name; the first where there is none of this name. */
  readonly seed: Readonly<Ref<string>>
  /** v of the product H·v, element by element of the used inputs; null for ones. */
  readonly direction: ShallowRef<readonly number[] | null>
  write(text: string): void
  setInput(index: number, value: string): void
  addInput(name: string): void
  removeInput(index: number): void
  choose(id: number): void
  chooseSeed(name: string): void
  /** Opens a composed function, or closes the one that a node belongs to. */
  toggle(id: number): void
  load(program: { readonly text: string; readonly inputs: Example['inputs'] }): void
  loadTyped(program: TypedProgram): void
}

export const graphExplorerState = sharedState<GraphExplorer>('GraphExplorer')
export const useGraphExplorer = graphExplorerState.use

/** Keeps a program, over a restart too, asks for its picture at every change, and follows the walk through it. */
export function createGraphExplorer(
  engine: EngineClient,
  isShown: Readonly<Ref<boolean>>,
  storage: Storage
): GraphExplorer & { readonly stop: () => void } {
  const text = ref('')
  const inputs = shallowRef<TypedProgram['inputs']>([])
  const opened = shallowRef<readonly number[]>([])
  const chosenId = ref<number | null>(null)
  const picture = shallowRef<GraphPicture | null>(null)
  const seed = ref('')
  const direction = shallowRef<readonly number[] | null>(null)

  const question = computed<GraphQuestion>(() => ({
    text: text.value,
    inputs: inputs.value.map(({ name, value }) => ({ name, value })),
    opened: [...opened.value],
    around: chosenId.value
  }))
  const query = createQuery(engine, 'graphPicture', () => (text.value.trim() === '' ? null : [question.value]), {
    live: true,
    followsRun: false,
    every: 0,
    isShown
  })
  watch(query.view, (view) => {
    if (view) picture.value = view
  })
  const nodes = computed(() => picture.value?.nodes ?? [])
  const walk = walkOf(nodes)
  const chosen = computed(() => nodes.value.find(({ id }) => id === chosenId.value) ?? nodes.value.at(-1) ?? null)
  watch(text, () => (direction.value = null))
  watch(walk.current, (node) => node !== null && (chosenId.value = node))

  function reset(program: TypedProgram): void {
    text.value = program.text
    inputs.value = program.inputs
    opened.value = []
    chosenId.value = null
    walk.toEnd()
  }

  const explorer = {
    text,
    inputs,
    question,
    picture,
    error: computed(() => query.error.value),
    chosen,
    walk,
    mode: ref<DrawingMode>('reverse'),
    seed,
    direction,
    write(typed: string) {
      if (typed === text.value) return
      text.value = typed
      opened.value = []
    },
    setInput(index: number, value: string) {
      inputs.value = inputs.value.map((one, i) => (i === index ? { ...one, value } : one))
    },
    addInput(name: string) {
      if (!inputs.value.some((one) => one.name === name)) inputs.value = [...inputs.value, { name, value: '1' }]
    },
    removeInput(index: number) {
      inputs.value = inputs.value.filter((_, i) => i !== index)
    },
    choose(id: number) {
      chosenId.value = id
    },
    chooseSeed(name: string) {
      seed.value = name
    },
    toggle(id: number) {
      opened.value = opened.value.includes(id) ? opened.value.filter((one) => one !== id) : [...opened.value, id]
      chosenId.value = id
    },
    load: (program: { readonly text: string; readonly inputs: Example['inputs'] }) =>
      reset({ text: program.text, inputs: Object.entries(program.inputs).map(([name, value]) => ({ name, value: tensorText(value) })) }),
    loadTyped: reset,
    stop: query.stop
  }
  const kept = readKeptProgram(storage)
  if (kept) explorer.loadTyped(kept)
  else explorer.load(examples.notes[0])
  const keep = () => keepProgram(storage, { text: text.value, inputs: inputs.value })
  watchDebounced([text, inputs], keep, { debounce: KEEP_AFTER })
  // Left before that: the page, or the window.
  watch(isShown, (shown) => !shown && keep())
  useEventListener(window, 'pagehide', keep)
  return explorer
}
