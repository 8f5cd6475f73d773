type Node = PDFKit.PDFStructureElement

/** `scope`: of a table's head, which the library's types lack. */
type Options = PDFKit.Mixins.StructureElementOptions & { scope?: 'Row' | 'Column' }

/**
 * Structure element 结构元素 of a tagged PDF: made in the tree when its first content is drawn, so that what is laid out and
 * thrown away leaves no trace. Its contents may be on several pages.
 */
export interface Element {
  type: string
  parent: Element | null
  options: Options
  node: Node | null
}

export const elementOf = (parent: Element | null, type: string, options: Options = {}): Element => ({
  type,
  parent,
  options,
  node: null,
})

/** Puts an element into the tree, after those that are there already, and returns its node. */
export function placed(doc: PDFKit.PDFDocument, element: Element): Node {
  if (element.node) return element.node
  const node = doc.struct(element.type, element.options)
  if (element.parent) placed(doc, element.parent).add(node)
  else doc.addStructure(node)
  element.node = node
  return node
}

/** Draws content of an element; null: decoration, which no reader reads aloud 非正文. */
export function mark(doc: PDFKit.PDFDocument, element: Element | null, draw: () => void): void {
  if (element) {
    placed(doc, element).add(draw)
    return
  }
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}
