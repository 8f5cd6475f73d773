import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import type { NoticeContent, RecipientRow } from '@shared/contract/disclosure/notice'
import { numberOf } from '@server/domain/deadline/reading/numerals'
import { maskName } from '@server/domain/privacy'

/** A person as recorded in the village's roster. */
export interface Listed {
  name: string
  group: string | null
}

/** Normalises a group: 第一村民小组, 一组, 1组 → 1; a group without a number becomes its name alone. */
function groupKey(group: string | null | undefined): string | null {
  const text = (group ?? '').normalize('NFKC').replace(/\s/g, '')
  if (text === '') return null
  const number = /[0-9一二三四五六七八九十廿]+/.exec(text)?.[0]
  const value = number ? numberOf(number) : Number.NaN
  return Number.isNaN(value) ? text.replace(/(?:村民|居民)?小?组$/, '') : String(value)
}

const keyOf = ({ name, group }: Listed): string | null => {
  const place = groupKey(group)
  return place === null ? null : `${maskName(name)}|${place}`
}

/**
 * `alike`: another person of the group has the same masked name, so the person's lines cannot be identified and none is
 * shown.
 */
export type Standing = 'told-apart' | 'alike' | 'no-group'

/** Returns whether a person's lines can be distinguished by what a list shows: family name and group. */
export function standingOf(person: Listed, roll: readonly Listed[]): Standing {
  const key = keyOf(person)
  if (key === null) return 'no-group'
  return roll.filter(one => keyOf(one) === key).length > 1 ? 'alike' : 'told-apart'
}

/**
 * Returns the rows of a notice that belong to a person 我家的: same masked name and group, and the only such row of its
 * scheme. Where two rows match, neither is returned, so that no one sees another person's row.
 */
export function ownRows(person: Listed, { blocks }: NoticeContent): RecipientRow[] {
  const key = keyOf(person)
  if (key === null) return []
  return blocks.flatMap(block => {
    if (block.type !== 'recipients') return []
    const fitting = block.rows.filter(({ name, group = null }) => name !== FIELD_POLICY.countsOnlyName && keyOf({ name, group }) === key) // prettier-ignore
    return fitting.filter(row => fitting.filter(({ scheme }) => scheme === row.scheme).length === 1)
  })
}
