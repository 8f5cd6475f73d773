import { defaultTreeAdapter, parse } from 'parse5'
import type { DefaultTreeAdapterMap } from 'parse5'
import { DocumentError } from '../documentError'

/** A page with more open elements than this is no document; browsers stop at 512. */
const MAX_DEPTH = 2_000
const MAX_ELEMENTS = 1_000_000

const tooComplex = () => new DocumentError('unreadable', '网页的结构过于复杂，请另存后再试')

/**
 * Reads a page as browsers do (HTML standard §13.2), with the place of every node in the source.
 * @throws DocumentError `unreadable` for pages that nest or repeat elements beyond reason
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
