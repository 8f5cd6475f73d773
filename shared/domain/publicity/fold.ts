import { FIELD_POLICY } from '../../data/privacy/fieldPolicy'
import type { ContentBlock, NoticeContent, RecipientRow } from '../../schemas/notice'
import { householdsOf } from '../statement'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

/** 小格规则: fewer households are never shown apart; one of them could be guessed. */
const SMALL_CELL = FIELD_POLICY.smallCell
const OTHERS = '其他'

/** Does the content name persons in a list? */
export const hasNames = ({ blocks }: NoticeContent): boolean =>
  blocks.some(block => block.type === 'recipients' && block.rows.length > 0)

function merged(scheme: string, rows: readonly RecipientRow[], standard?: string): RecipientRow {
  const households = householdsOf(rows)
  return {
    name: households < SMALL_CELL ? `不足${SMALL_CELL}户` : `${households}户`,
    scheme,
    ...(standard && { standard }),
    persons: rows.reduce((sum, row) => sum + row.persons, 0),
    amountFen: rows.reduce((sum, row) => sum + row.amountFen, 0),
    households,
  }
}

function foldRows(rows: readonly RecipientRow[]): RecipientRow[] {
  const groups = new Map<string, RecipientRow[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.scheme, row.standard ?? ''])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const all = [...groups.values()]
  const isSmall = (group: readonly RecipientRow[]) => householdsOf(group) < SMALL_CELL
  const small = all.filter(isSmall).flat()
  const large = all.filter(group => !isSmall(group))
  const shown = large.map(group => merged(group[0]!.scheme, group, group[0]!.standard))
  if (small.length === 0) return shown
  const schemes = new Set(small.map(row => row.scheme))
  return [...shown, merged(schemes.size === 1 ? small[0]!.scheme : OTHERS, small)]
}

const foldBlock = (block: Recipients): Recipients => ({ ...block, rows: foldRows(block.rows) })

/**
 * What a notice still says when its publicity period is over 公示期满: lists of names become one row for each scheme and
 * standard, groups fewer than the small cell are put together, the totals stay. Folding twice changes nothing.
 */
export const foldContent = (content: NoticeContent): NoticeContent => ({
  ...content,
  blocks: content.blocks.map(block => (block.type === 'recipients' ? foldBlock(block) : block)),
})
