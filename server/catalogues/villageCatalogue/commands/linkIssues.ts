import type { Contradiction } from '@server/domain/villageCatalogue/links'
import type { LinkDecision } from '@shared/contract/catalogues/alignment'
import type { Issue } from '@shared/contract/common'
import type { ItemLinkRow } from '../models/itemLinks'
import type { CatalogueItemRow } from '@server/catalogues/catalogue'

/** Items in force on both sides, and the existing links by place. */
export interface LinkContext {
  lines: ReadonlyMap<string, CatalogueItemRow>
  items: ReadonlyMap<string, CatalogueItemRow>
  links: ReadonlyMap<string, ItemLinkRow>
}

/** Builds a text key from the two items of a link. */
export const placeOf = ({ villageKey, itemKey }: { villageKey: string; itemKey: string | null }) =>
  `${villageKey}/${itemKey ?? ''}`

const nameOf = (rows: ReadonlyMap<string, CatalogueItemRow>, key: string) =>
  `“${rows.get(key)?.path.join(' › ') ?? key}”`

/** Lists the issues of one decision on its own. A rejection may refer to items no longer in force. */
export function decisionIssues(
  decision: LinkDecision,
  index: number,
  { lines, items, links }: LinkContext,
): Issue[] {
  const { villageKey, itemKey, relation } = decision
  const at = (name: string) => ({ field: `decisions.${index}.${name}` })
  if ((itemKey === null) !== (relation === 'village-only')) {
    const message = '“村里特有”不对应街道的事项，其他关系必须选一个街道的事项。'
    return [{ code: 'relation-mismatch', ...at('relation'), message }]
  }
  if (decision.decision === 'reject' && links.has(placeOf(decision))) return []
  const issues: Issue[] = []
  if (!lines.has(villageKey)) {
    issues.push({ code: 'line-not-in-force', ...at('villageKey'), message: '村里的现行目录里没有这个事项。' })
  }
  if (itemKey !== null && !items.has(itemKey)) {
    issues.push({ code: 'item-not-in-force', ...at('itemKey'), message: '街道现行目录里没有这个事项。' })
  }
  if (itemKey !== null && itemKey === villageKey) {
    const message = '这个事项是村里直接采用的，本来就对应，不用再确认。'
    issues.push({ code: 'adopted-already', ...at('itemKey'), message })
  }
  return issues
}

export function repeatIssues(decisions: readonly LinkDecision[]): Issue[] {
  const seen = new Set<string>()
  return decisions.flatMap((decision, index): Issue[] => {
    const place = placeOf(decision)
    if (!seen.has(place)) {
      seen.add(place)
      return []
    }
    return [{ code: 'repeated', field: `decisions.${index}`, message: '同一个对应写了两次。' }]
  })
}

export function told({ code, villageKey, itemKey }: Contradiction, { lines, items }: LinkContext): Issue {
  const line = nameOf(lines, villageKey)
  const item = itemKey === null ? '' : nameOf(items, itemKey)
  const message = {
    'own-and-linked': `${line}已经定为村里特有，又对应了街道的事项，两样只能留一样。`,
    'two-same-items': `${line}和不止一个街道事项定为“同一事项”，其中一个是${item}，只能留一个。`,
    'two-same-lines': `街道的${item}和村里不止一个事项定为“同一事项”，其中一个是${line}，只能留一个。`,
    'adopted-already': `街道的${item}村里已经直接采用，不能再和${line}定为“同一事项”。`,
  }[code]
  return { code, message }
}
