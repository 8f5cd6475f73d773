import type { Item } from './facts'
import { type Leaf, type ListStyle, type Table, boxesText, cell, listText } from './sheet'

/** The field whose list goes on over several rows of the sheet. */
export type SplitField = 'elements' | 'basis' | 'channels'

function piecesOf(item: Item, field: SplitField, style: ListStyle): string[] {
  if (field === 'channels') {
    return item.listed.map(name => boxesText({ ...item, listed: [name] }, ['■', '□'], ''))
  }
  const parts = item[field]
  const text = listText(parts, style)
  return parts.length < 2
    ? [text]
    : style === 'circled'
      ? parts.map((part, at) => `${'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬'[at]}${part}`)
      : text.split('\n')
}

/**
 * One item over several rows: the list has a row a piece, everything else is merged down, or left blank where the file
 * keeps no merges.
 */
export function splitOver(
  items: readonly Item[],
  leaves: readonly Leaf[],
  field: SplitField,
  style: ListStyle,
  keepsMerges: boolean,
): Table {
  return items.flatMap((item, index) => {
    const pieces = piecesOf(item, field, style)
    return pieces.map((piece, at) =>
      leaves.map(leaf => {
        if (leaf.field === field) return cell(piece)
        if (at > 0) return keepsMerges ? null : cell('')
        return cell(leaf.text(item, index), keepsMerges ? pieces.length : 1)
      }),
    )
  })
}
