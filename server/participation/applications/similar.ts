import { REPLY_KINDS } from '@server/domain/application'
import { APPLICATION_RULES } from '@shared/facts/participation/applicationRules'
import type { SimilarItem } from '@shared/contract/participation/applicationPapers'
import type { Activation, ApplicationRow } from './models/applications'

/** What is known of another case that asks for the same. */
export type SimilarRow = Pick<ApplicationRow, 'number' | 'personHash' | 'items' | 'itemKeys' | 'activations'>

interface Same {
  row: SimilarRow
  item: ApplicationRow['items'][number]
}

const sameAs = (key: string, rows: readonly SimilarRow[]): Same[] =>
  rows.flatMap(row => row.items.flatMap((item, at) => (row.itemKeys?.[at] === key ? [{ row, item }] : [])))

/** Information that was refused, in whole or in part, is never proposed. */
const isRefused = ({ item: { kind } }: Same): boolean =>
  Boolean(kind) && REPLY_KINDS[kind!].remedy === 'review-first'

const activationsOf = ({ row, item }: Same): Activation[] =>
  (row.activations ?? []).filter(({ itemId }) => itemId === item.id)

const addressOf = (one: Same): string[] => {
  const { kind, address } = one.item
  const said = kind === 'already-public' ? [address?.url ?? address?.issue ?? ''] : []
  return [...activationsOf(one).map(({ address: at }) => at), ...said].filter(text => text !== '')
}

const decisionWords = ({ accept, catalogueItem, reason }: Activation): string =>
  accept ? `转为主动公开：${catalogueItem}` : `不转为主动公开：${reason}`

/** Lists the items that different applicants asked this body for, by the normal form of the words; nothing is merged by itself. */
export const similarItems = (
  { items, itemKeys }: Pick<ApplicationRow, 'items' | 'itemKeys'>,
  rows: readonly SimilarRow[],
): SimilarItem[] =>
  items.flatMap((item, at) => {
    const key = itemKeys?.[at]
    const found = key === undefined ? [] : sameAs(key, rows)
    const people = new Set(found.map(({ row }) => row.personHash)).size
    const decided = found.flatMap(activationsOf)
    const [address = null] = found.flatMap(addressOf)
    if (people < APPLICATION_RULES.activeFrom) return []
    return [
      {
        itemId: item.id,
        people,
        numbers: [...new Set(found.map(({ row }) => row.number))].sort(),
        proposed: decided.length === 0 && address === null && !found.some(isRefused),
        dueOn: decided.find(({ accept }) => accept)?.dueOn ?? null,
        address,
        decision: decided.map(decisionWords).at(-1) ?? null,
      },
    ]
  })
