import { readXml } from './xmlEvents'

/** An element; names and attribute names come without their prefix. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlNode | string)[]
}

/**
 * Maximum depth; deeper elements become children of the last one allowed, so that walking a tree never overflows the
 * stack.
 */
const MOST_DEPTH = 200

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads an XML part as a tree. @throws DocumentError `unreadable` */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] }
  const stack = [root]
  let beyond = 0
  readXml(text.replace(/^\uFEFF/, ''), {
    open(name, attributes) {
      const plain = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]))
      const node: XmlNode = { name, attributes: plain, children: [] }
      stack.at(-1)?.children.push(node)
      if (stack.length < MOST_DEPTH) stack.push(node)
      else beyond += 1
    },
    close() {
      if (beyond > 0) beyond -= 1
      else stack.pop()
    },
    text(words) {
      stack.at(-1)?.children.push(words)
    },
  })
  return root
}

export const childrenOf = (node: XmlNode, name?: string): XmlNode[] =>
  node.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && (!name || child.name === name),
  )

/** Yields all descendant elements of a name, in order. */
export function* below(node: XmlNode, name: string): Generator<XmlNode, undefined> {
  for (const child of childrenOf(node)) {
    if (child.name === name) yield child
    yield* below(child, name)
  }
}

export const first = (node: XmlNode, name: string): XmlNode | undefined => below(node, name).next().value

/** Returns all text below a node. */
export const textBelow = (node: XmlNode): string =>
  node.children.map(child => (typeof child === 'string' ? child : textBelow(child))).join('')
