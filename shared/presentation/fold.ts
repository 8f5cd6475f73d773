import { flatMap } from '../common/lists'
import { FIELD_POLICY } from '../facts/disclosure/fieldPolicy'
import type { ContentBlock, NoticeContent, RecipientRow } from '../contract/disclosure/notice'
import { householdsOf, recipientTotals } from '../content/statement'
import { foldWords, isOffice, isWithheld, namesPeople } from './foldWords'
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

/** Content as the public sees it; `withheld`: number of attachments left out after the publicity period. */
export type PublicContent = NoticeContent & { withheld?: number }

const listsPeople = ({ blocks }: NoticeContent): boolean =>
  blocks.some(block => block.type === 'recipients' && block.rows.some(row => !isCounted(row)))

/** True for an account or a register, whose names are those of people in office and of partners to a contract. */
const isAccount = ({ blocks }: NoticeContent): boolean =>
  blocks.some(({ type }) => type === 'money' || type === 'sheet')

const wordsName = (block: ContentBlock): boolean => {
  if (block.type === 'text') return namesPeople(block.text)
  return block.type === 'facts' && block.entries.some(({ label, value }) => entryNames(label, value))
}

const entryNames = (label: string, value: string): boolean =>
  !isOffice(label) && (namesPeople(label) || namesPeople(value))

/** True if the content names persons who are not in office: in a list or, since version 2, in words. */
export const hasNames = (content: NoticeContent, presentation: Presentation = PRESENTATION): boolean =>
  listsPeople(content) || (presentation > 1 && !isAccount(content) && content.blocks.some(wordsName))

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

/** Removes names from words and leaves out attachments that may hold the list. */
function foldBeside(block: ContentBlock): ContentBlock {
  switch (block.type) {
    case 'text':
      return { ...block, text: foldWords(block.text) }
    case 'facts':
      return {
        ...block,
        entries: block.entries.map(({ label, value }) =>
          isOffice(label) ? { label, value } : { label: foldWords(label), value: foldWords(value) },
        ),
      }
    case 'attachments':
      return { ...block, files: block.files.filter(file => !isWithheld(file)) }
    default:
      return block
  }
}

const attachmentsIn = ({ blocks }: NoticeContent): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'attachments' ? block.files.length : 0), 0)

const foldLists = (content: PublicContent): PublicContent => ({
  ...content,
  blocks: content.blocks.map(block => (block.type === 'recipients' ? foldBlock(block) : block)),
})

/**
 * Reduces a notice to what remains public after the publicity period 公示期满: name lists become one row per scheme
 * and standard; cells below the minimum are merged, first within a scheme, then across schemes. The totals
 * remain. Since version 2 names also leave texts and elements, and attachments that may hold the list are withheld.
 * Idempotent.
 */
export function foldContent(
  content: PublicContent,
  presentation: Presentation = PRESENTATION,
): PublicContent {
  const folded = foldLists(content)
  if (presentation === 1 || !hasNames(content)) return folded
  const beside = { ...folded, blocks: folded.blocks.map(foldBeside) }
  const withheld = attachmentsIn(content) - attachmentsIn(beside)
  return withheld > 0 ? { ...beside, withheld } : beside
}
