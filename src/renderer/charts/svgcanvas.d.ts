declare module 'svgcanvas' {
  /** Drawing context that creates the elements of an SVG. The names with underscores are its own, for what it does not do well enough. */
  export class Context {
    constructor(width: number, height: number)
    readonly font: string
    readonly textAlign: CanvasTextAlign
    readonly textBaseline: CanvasTextBaseline
    fill: () => unknown
    stroke: () => unknown
    __currentElement: SVGElement
    __applyText(text: string, x: number, y: number, action: 'fill' | 'stroke'): void
    __createElement(name: string, properties: Readonly<Record<string, string | number>>, resetFill: boolean): SVGElement
    __closestGroupOrSvg(): SVGElement
    __applyTransformation(element: SVGElement): void
    __applyStyleToCurrentElement(action: 'fill' | 'stroke'): void
    getSvg(): SVGSVGElement
    getSerializedSvg(): string
  }
}
