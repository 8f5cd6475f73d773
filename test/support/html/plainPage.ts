import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

export interface Seen {
  name: string
  attributes: Record<string, string>
  text: string
}

function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function walk(node: Node, visit: (element: Element) => void): void {
  if (defaultTreeAdapter.isElementNode(node)) visit(node)
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, visit)
}

/** The elements of a page that pass, in order, as a browser reads it. */
function elementsWith(html: string, passes: (element: Element) => boolean): Seen[] {
  const found: Seen[] = []
  walk(parse(html), element => {
    if (!passes(element)) return
    const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))
    found.push({ name: element.tagName, attributes, text: textOf(element) })
  })
  return found
}

export const elementsOf = (html: string, name: string): Seen[] =>
  elementsWith(html, ({ tagName }) => tagName === name)

/** The words of the record on a page, part after part. */
export const recordTextOf = (html: string): string =>
  elementsWith(html, ({ attrs }) => attrs.some(({ name }) => name === 'data-part'))
    .map(({ text }) => text)
    .join('')

export const scriptsIn = (html: string): { type: string | undefined; text: string }[] =>
  elementsOf(html, 'script').map(({ attributes, text }) => ({ type: attributes['type'], text }))

/** Attributes of a page that would run something. */
export const handlersIn = (html: string): string[] =>
  elementsWith(html, ({ attrs }) =>
    attrs.some(({ name, value }) => /^on/.test(name) || /^\s*javascript:/i.test(value)),
  ).map(({ name }) => name)
