import { Context } from 'svgcanvas'

const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = { left: 'start', start: 'start', center: 'middle', right: 'end', end: 'end' }

/** Down from the text's middle, beside its size: for readers of SVG that know no baseline but the letters' own. */
const SHIFTS: Partial<Readonly<Record<CanvasTextBaseline, number>>> = {
  top: 0.78,
  hanging: 0.78,
  middle: 0.35,
  bottom: -0.22,
  ideographic: -0.22
}

/**
 * A context whose drawing becomes an SVG, its texts as texts. Those of the library itself read the font from a style attribute, which
 * the page's content security policy does not let come into force.
 */
export function svgContext(width: number, height: number): Context {
  const context = new Context(width, height)
  const probe = document.createElement('span')
  context.__applyText = (text, x, y, action) => {
    probe.style.font = context.font
    const { fontFamily, fontSize, fontStyle, fontWeight } = probe.style
    const shift = (SHIFTS[context.textBaseline] ?? 0) * Number.parseFloat(fontSize)
    const element = context.__createElement(
      'text',
      {
        'font-family': fontFamily,
        'font-size': fontSize,
        'font-style': fontStyle || 'normal',
        'font-weight': fontWeight || 'normal',
        'text-anchor': ANCHORS[context.textAlign],
        x,
        y: y + shift
      },
      true
    )
    element.append(text)
    const parent = context.__closestGroupOrSvg()
    context.__currentElement = element
    context.__applyTransformation(element)
    context.__applyStyleToCurrentElement(action)
    parent.append(element)
  }
  // Texts leave the path empty, as on a canvas, where to fill or to stroke it then does nothing.
  for (const action of ['fill', 'stroke'] as const) {
    const own = context[action].bind(context)
    context[action] = () => context.__currentElement.nodeName === 'path' && own()
  }
  return context
}
