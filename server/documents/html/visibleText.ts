import { attribute, childrenOf, isElement, isText, type Element, type Node } from './tree'

const NEVER_SHOWN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'select',
  'option',
  'iframe',
  'object',
])
const BLOCKS = new Set(
  'p div li ul ol dl dt dd table tr td th tbody thead tfoot caption section article header footer h1 h2 h3 h4 h5 h6 blockquote pre form center title'.split(
    ' ',
  ),
)

export const isHiddenByStyle = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')

/** Parts that a page hides until they are chosen: their text counts. */
const FOLDED = new Set(['div', 'section', 'article', 'table', 'tr', 'ul', 'dl'])

const isHiddenWords = (element: Element): boolean => !FOLDED.has(element.tagName) && isHiddenByStyle(element)

export const isSkipped = (element: Element): boolean => NEVER_SHOWN.has(element.tagName)

/** Returns the text as displayed: source blanks collapse to one, `<br>` and blocks break the line. */
export function visibleText(node: Node, skip: (element: Element) => boolean = () => false): string {
  const pieces: string[] = []
  const visit = (at: Node): void => {
    if (isText(at)) pieces.push(at.value.replace(/[\t\n\f\r ]+/g, ' '))
    if (!isElement(at)) {
      childrenOf(at).forEach(visit)
      return
    }
    if (isSkipped(at) || isHiddenWords(at) || skip(at)) return
    if (at.tagName === 'br') pieces.push('\n')
    const block = BLOCKS.has(at.tagName)
    if (block) pieces.push('\n')
    if (at.tagName === 'input') pieces.push(boxOf(at))
    childrenOf(at).forEach(visit)
    if (block) pieces.push('\n')
  }
  childrenOf(node).forEach(visit)
  return pieces
    .join('')
    .replace(/ *\n[ \n]*/g, '\n')
    .replace(/^\n|\n$/g, '')
}

const boxOf = (element: Element): string => {
  if (!/^(?:checkbox|radio)$/i.test(attribute(element, 'type') ?? '')) return ''
  return attribute(element, 'checked') === undefined ? '□' : '■'
}
