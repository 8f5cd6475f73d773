import { flatMap } from '../common/lists'
import { FIELD_POLICY } from '../facts/disclosure/fieldPolicy'
import type { ContentBlock, NoticeContent, RecipientRow } from '../contract/disclosure/notice'
import { householdsOf, recipientTotals } from '../content/statement'
import { PRESENTATION, type Presentation } from './version'
import { withoutCountedNames, isCounted } from '../content/countedRows'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

/**
 * Small-cell rule 小格规则: a smaller group of households is never shown separately, since its members could be
 * identified.
 */
const SMALL_CELL = FIELD_POLICY.smallCell
/** Label of a row that merges several schemes. */
export const OTHERS = '其他（人少的合在一起）'

/** True if the content lists persons by name. */
export const hasNames = ({ blocks }: NoticeContent): boolean =>
  blocks.some(block => block.type === 'recipients' && block.rows.some(row => !isCounted(row)))

/** A cell 单元格: the households of one scheme and standard, or those that are shown merged. */
interface Cell {
  scheme: string
  standard: string
  rows: readonly RecipientRow[]
}

const sizeOf = (cells: readonly Cell[]): number => householdsOf(flatMap(cells, ({ rows }) => rows))

/**
 * Selects the small cells to merge, plus as many of the next smallest as it takes to reach the minimum size
 * (complementary suppression 互补隐藏): a single hidden cell could be computed from the total.
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

/** Groups things by key, in the order of each key's first occurrence. */
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
 * Reduces a notice to what remains public after the publicity period 公示期满: name lists become one row per scheme
 * and standard; cells below the minimum are merged, first within a scheme, then across schemes. The totals
 * remain. Idempotent.
 */
export const foldContent = (
  content: NoticeContent,
  _presentation: Presentation = PRESENTATION,
): NoticeContent => ({
  ...content,
  blocks: content.blocks.map(block => (block.type === 'recipients' ? foldBlock(block) : block)),
})
