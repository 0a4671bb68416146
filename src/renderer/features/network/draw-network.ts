import type { PicturedLayer } from '#core'
import { divergingColor, type DivergingColors } from '../../charts/diverging'
import { foldedUnit, type NetworkLayout, type PlacedUnit } from './network-layout'
import type { WeightPlace } from '../check/weight-place'
import { fitCanvas } from '../../charts/fit-canvas'
import { fitText } from '../../charts/fit-text'

/** Colours of the network drawing from the style sheet. */
export interface NetworkColors extends DivergingColors {
  readonly text: string
  readonly strong: string
  readonly surface: string
  readonly border: string
  readonly accent: string
  readonly font: string
  /** In CSS pixels. */
  readonly fontSize: number
}

export interface NetworkFrame {
  readonly layers: readonly PicturedLayer[]
  readonly layout: NetworkLayout
  /** The unit that is looked at: its own weights stand out. */
  readonly pointed: PlacedUnit | null
  /** The one parameter that is followed. */
  readonly followed: WeightPlace | null
  /** Names of the units of the first and the last layer. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** Caption of each layer, below it where there is room. */
  readonly captions: readonly string[]
  readonly size: { readonly width: number; readonly height: number }
  readonly margin: { readonly left: number; readonly right: number }
  readonly colors: NetworkColors
}

/** A small label's size, beside the body text. */
const LABEL_SIZE = 0.846

/** The widest line where layers stand far apart and where they stand close, and the narrowest one that is drawn, in pixels. */
const WIDEST = { far: 3.2, close: 1 }
const NARROWEST = 0.15
/** So far apart, in pixels, the widest line is one pixel wide. */
const CLOSE = 30

/** The width of the weight that is followed, in pixels. */
const FOLLOWED = 4

/** Opacity of weights of other units than the selected one. */
const DIMMED = 0.12

/** Reads the tokens in force at an element. */
export function readNetworkColors(element: Element): NetworkColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    low: token('--diverging-low'),
    zero: token('--diverging-zero'),
    high: token('--diverging-high'),
    none: token('--line-strong'),
    text: token('--text-faint'),
    strong: token('--text'),
    surface: token('--surface'),
    border: token('--border'),
    accent: token('--accent'),
    font: style.fontFamily,
    fontSize: LABEL_SIZE * Number.parseFloat(style.fontSize)
  }
}

/** Leaves nothing on the canvas. */
export function clearNetwork(canvas: HTMLCanvasElement): void {
  canvas.getContext('2d')?.reset()
}

/** Draws a network over the whole canvas: weights as lines, units as discs in the colour of what they pass on. */
export function drawNetwork(canvas: HTMLCanvasElement, frame: NetworkFrame): void {
  const { context, size } = fitCanvas(canvas)
  if (!context) return
  context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0)
  context.clearRect(0, 0, size.width, size.height)
  for (let l = 1; l < frame.layers.length; l++) drawWeights(context, frame, l)
  context.globalAlpha = 1
  drawFollowed(context, frame)
  frame.layers.forEach((layer, l) => drawUnits(context, frame, layer, l))
  drawTexts(context, frame)
}

function drawWeights(context: CanvasRenderingContext2D, { layers, layout, pointed, colors }: NetworkFrame, l: number): void {
  const { weights, largest } = layers[l]
  if (!weights) return
  const [from, to] = [layout.units[l - 1], layout.units[l]]
  const widest = Math.min(WIDEST.far, Math.max(WIDEST.close, (layout.columns[l] - layout.columns[l - 1]) / CLOSE))
  for (let i = 0; i < from.length; i++) {
    for (let j = 0; j < to.length; j++) {
      // All the same where a weight is no number: there is nothing to measure the others by.
      const part = Number.isNaN(largest) ? Number.NaN : largest > 0 ? weights[i * to.length + j] / largest : 0
      const size = Number.isNaN(part) ? 0.3 : Math.abs(part)
      const width = widest * size
      if (width < NARROWEST) continue
      const isOwn = pointed === null || pointed === to[j] || pointed === from[i]
      context.globalAlpha = isOwn ? 0.25 + 0.75 * size : DIMMED * size
      context.strokeStyle = divergingColor(colors, Number.isNaN(part) ? part : Math.sign(part))
      context.lineWidth = width
      context.beginPath()
      context.moveTo(from[i].x, from[i].y)
      context.lineTo(to[j].x, to[j].y)
      context.stroke()
    }
  }
}

/** The followed weight over all others, or a ring around the unit of a bias. */
function drawFollowed(context: CanvasRenderingContext2D, { layout, followed, colors }: NetworkFrame): void {
  if (!followed) return
  const at = (layer: number, unit: number) =>
    layout.units[layer]?.find((one) => one.unit === unit) ?? foldedUnit(layout, `${layer}.${unit}`)
  const to = at(followed.layer, followed.unit)
  const from = followed.from === null ? to : at(followed.layer - 1, followed.from)
  if (!to || !from) return
  context.strokeStyle = colors.strong
  context.lineWidth = FOLLOWED
  context.beginPath()
  if (from === to) context.arc(to.x, to.y, layout.radius + FOLLOWED, 0, 2 * Math.PI)
  else {
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
  }
  context.stroke()
}

function drawUnits(
  context: CanvasRenderingContext2D,
  { layout, pointed, colors }: NetworkFrame,
  { activations }: PicturedLayer,
  l: number
): void {
  const largest = activations.reduce((most, a) => Math.max(most, Math.abs(a)), 0)
  layout.units[l].forEach((unit, place) => {
    const isPointed = pointed === unit
    context.beginPath()
    context.arc(unit.x, unit.y, layout.radius, 0, 2 * Math.PI)
    context.fillStyle = divergingColor(colors, largest === 0 ? 0 : activations[place] / largest)
    context.fill()
    context.lineWidth = isPointed ? 2.5 : 1
    context.strokeStyle = isPointed ? colors.strong : colors.border
    context.stroke()
  })
}

function drawTexts(context: CanvasRenderingContext2D, frame: NetworkFrame): void {
  const { layout, colors, size, margin, captions } = frame
  context.font = `${colors.fontSize}px ${colors.font}`
  context.fillStyle = colors.text
  context.textBaseline = 'middle'
  const gap = layout.radius + 5
  const last = layout.units.length - 1
  const sides = [
    { units: layout.units[0], names: frame.inputs, align: 'right' as const, by: -gap, room: margin.left - gap - 4 },
    { units: layout.units[last], names: frame.outputs, align: 'left' as const, by: gap, room: margin.right - gap - 4 }
  ]
  for (const { units, names, align, by, room } of sides) {
    context.textAlign = align
    for (const { x, y, unit } of units) context.fillText(nameIn(context, names[unit] ?? '', room), x + by, y)
  }
  context.textAlign = 'center'
  const room = layout.columns.length > 1 ? layout.columns[1] - layout.columns[0] - 4 : size.width
  for (const { hidden, x, y } of layout.gaps) {
    // Where layers stand close, their captions alone say how many units they have.
    const whole = `⋯ ${hidden}`
    const text = context.measureText(whole).width < room ? whole : '⋯'
    context.fillStyle = colors.surface
    const width = context.measureText(text).width + 4
    context.fillRect(x - width / 2, y - colors.fontSize * 0.6, width, colors.fontSize * 1.2)
    context.fillStyle = colors.text
    context.fillText(text, x, y)
  }
  // All with their activations, or none.
  const areWhole = captions.every((caption) => context.measureText(caption).width < room)
  captions.forEach((caption, l) => {
    const text = areWhole ? caption : caption.split(' ', 1)[0]
    const half = context.measureText(text).width / 2 + 4
    context.fillText(text, Math.min(size.width - half, Math.max(half, layout.columns[l])), size.height - colors.fontSize * 0.8)
  })
}

/** A name of which fewer letters than these are left says nothing; the unit tells it when it is pointed at. */
const FEWEST_LETTERS = 6

function nameIn(context: CanvasRenderingContext2D, name: string, room: number): string {
  const text = fitText(context, name, room)
  return text === name || text.length > FEWEST_LETTERS ? text : ''
}
