import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5'
import { DocumentError } from '../documentError'

/** Maximum number of open elements; browsers stop at 512. */
const MAX_DEPTH = 2_000
const MAX_ELEMENTS = 1_000_000

const tooComplex = () => new DocumentError('unreadable', '网页的结构过于复杂，请另存后再试')

/**
 * Parses a page like a browser (HTML standard §13.2), with the source position of every node.
 * @throws DocumentError `unreadable` for pages that nest or repeat elements excessively
 */
export function parseHtml(source: string): DefaultTreeAdapterMap['document'] {
  let depth = 0
  let elements = 0
  return parse(source, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        if (++depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) throw tooComplex()
      },
      onItemPop() {
        depth--
      },
    },
  })
}
