import { flatMap } from '../common/lists'
import { FIELD_POLICY } from '../facts/disclosure/fieldPolicy'
import type { ContentBlock, NoticeContent, RecipientRow } from '../contract/disclosure/notice'
import { householdsOf, recipientTotals } from '../content/statement'
import { withoutCountedNames, isCounted } from '../content/countedRows'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

/** 小格规则: fewer households are never shown apart; one of them could be guessed. */
const SMALL_CELL = FIELD_POLICY.smallCell
/** Scheme of what is put together across schemes. */
export const OTHERS = '其他（人少的合在一起）'

/** Does the content name persons in a list? */
export const hasNames = ({ blocks }: NoticeContent): boolean =>
  blocks.some(block => block.type === 'recipients' && block.rows.some(row => !isCounted(row)))

/** 单元格: the households of one scheme and standard, or those that are shown as one. */
interface Cell {
  scheme: string
  standard: string
  rows: readonly RecipientRow[]
}

const sizeOf = (cells: readonly Cell[]): number => householdsOf(flatMap(cells, ({ rows }) => rows))

/**
 * The small cells, and with them as many of the next smallest as it takes that they are no small cell together 互补隐藏: one
 * alone would be what the total lacks.
 */
function hiding(cells: readonly Cell[]): Set<Cell> {
  const hidden = new Set(cells.filter(cell => sizeOf([cell]) < SMALL_CELL))
  if (hidden.size === 0) return hidden
  const larger = cells.filter(cell => !hidden.has(cell)).sort((a, b) => sizeOf([a]) - sizeOf([b]))
  for (const cell of larger) {
    if (sizeOf([...hidden]) >= SMALL_CELL) break
    hidden.add(cell)
  }
  return hidden
}

function together(cells: readonly Cell[], scheme: string): Cell[] {
  const hidden = hiding(cells)
  if (hidden.size <= 1) return [...cells]
  const isShown = (cell: Cell) => !hidden.has(cell) && !(cell.scheme === scheme && cell.standard === '')
  const rows = flatMap(
    cells.filter(cell => !isShown(cell)),
    cell => cell.rows,
  )
  return [...cells.filter(isShown), { scheme, standard: '', rows }]
}

/** In the order in which their keys first come. */
function grouped<Thing>(things: readonly Thing[], of: (thing: Thing) => string): Thing[][] {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const known = groups.get(of(thing))
    if (known) known.push(thing)
    else groups.set(of(thing), [thing])
  }
  return [...groups.values()]
}

function cellsOf(rows: readonly RecipientRow[]): Cell[] {
  const cells = grouped(rows, row => JSON.stringify([row.scheme, row.standard ?? ''])).map(
    ([first, ...more]): Cell => ({
      scheme: first!.scheme,
      standard: first!.standard ?? '',
      rows: [first!, ...more],
    }),
  )
  const bySchemes = flatMap(
    grouped(cells, ({ scheme }) => scheme),
    own => together(own, own[0]!.scheme),
  )
  return together(bySchemes, OTHERS)
}

function rowOf(block: Recipients, { scheme, standard, rows }: Cell): RecipientRow {
  const households = householdsOf(rows)
  const { persons, fen } = recipientTotals({ ...block, rows: [...rows] })
  return {
    name: households < SMALL_CELL ? `不足${SMALL_CELL}户` : `${households}户`,
    scheme,
    ...(standard && { standard }),
    persons,
    amountFen: fen,
    households,
  }
}

function foldBlock(block: Recipients): Recipients {
  const { rows } = withoutCountedNames(block)
  const named = rows.filter(row => !isCounted(row))
  return { ...block, rows: [...cellsOf(named).map(cell => rowOf(block, cell)), ...rows.filter(isCounted)] }
}

/**
 * What a notice still says when its publicity period is over 公示期满: lists of names become one row for each scheme and
 * standard; where that would show fewer households than the small cell, standards of a scheme are put together, then schemes.
 * The totals stay. Folding twice changes nothing.
 */
export const foldContent = (content: NoticeContent): NoticeContent => ({
  ...content,
  blocks: content.blocks.map(block => (block.type === 'recipients' ? foldBlock(block) : block)),
})
