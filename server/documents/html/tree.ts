import type { DefaultTreeAdapterMap } from 'parse5'

export type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']
export type TextNode = DefaultTreeAdapterMap['textNode']

export const isElement = (node: Node): node is Element => 'tagName' in node

export const isText = (node: Node): node is TextNode => node.nodeName === '#text'

export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(attr => attr.name === name)?.value

/** Returns the matching elements below a node, without searching inside a match. */
export function findAll(node: Node, fits: (element: Element) => boolean): Element[] {
  return childrenOf(node).flatMap(child => {
    if (!isElement(child)) return []
    return fits(child) ? [child] : findAll(child, fits)
  })
}

/** Returns the rows of a table without those of nested tables. */
export const rowsOf = (table: Element): Element[] =>
  childrenOf(table).flatMap(child => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []
  })

export const cellsOf = (row: Element): Element[] =>
  childrenOf(row).filter(
    (child): child is Element => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'),
  )

/** Returns how many rows or columns a cell covers: at least 1, at most `max`. */
export const spanOf = (cell: Element, name: 'rowspan' | 'colspan', max: number): number => {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isFinite(value) && value >= 1 ? Math.min(value, max) : 1
}
