import { isVillage } from '@shared/domain/orgKinds'
import { missedPeriod, missedWords } from '@shared/domain/column/missed'
import { PUBLISHED_HOLIDAYS } from '@shared/domain/deadline'
import { chinaDate, periodLabel } from '@shared/domain/period'
import type { ColumnIndex, ColumnOrg, ColumnPage, StaleMark } from '@shared/schemas/column'
import type { OrgRow } from '../models'
import type { Column } from '../queries/columns'
import type { Addresses } from './columnExport/addresses'
import { presentItemRef } from './item'
import { presentSummary } from './noticeSummary'
import { presentOrgRef } from './org'

/** Newest notices that stand under each organisation. */
const MOST_NOTICES = 12

type Said = Column['orgs'][number]

/** Whoever the catalogue names by its levels, and whoever has once begun to disclose it. */
const isObliged = ({ levels }: Column['item'], { org, rows }: Said): boolean =>
  rows.length > 0 || Boolean(levels?.includes(isVillage(org) ? 'village' : 'town'))

function staleOf({ item, since }: Column, said: Said, now: Date): StaleMark | null {
  if (!isObliged(item, said)) return null
  const told = said.rows.map(({ period, publishedAt }) => ({ period, publishedOn: chinaDate(publishedAt) }))
  const missed = missedPeriod(item.deadline, told, {
    since,
    today: chinaDate(now),
    holidays: PUBLISHED_HOLIDAYS,
  })
  return missed && { ...missed, periodLabel: periodLabel(missed.period), message: `${missedWords(missed)}。` }
}

const newestOf = ({ orgs }: Column): string | null => {
  const times = orgs.flatMap(({ rows }) => rows[0]?.publishedAt.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null
}

function sentenceOf(orgs: readonly ColumnOrg[]): string {
  const disclosing = orgs.filter(({ notices }) => notices.length > 0).length
  const late = orgs.filter(({ stale }) => stale !== null).length
  const said = `${orgs.length} 个单位中有 ${disclosing} 个公开过这一项`
  return late > 0 ? `${said}，${late} 个该更新还没有更新。` : `${said}。`
}

/** Public: a column with the newest disclosures of every organisation. */
export function presentColumn(column: Column, to: Addresses, now: Date): ColumnPage {
  const { item, issuer } = column
  const names = new Map(column.orgs.map(({ org }): [string, OrgRow['name']] => [org._id, org.name]))
  const orgs = column.orgs.map(said => ({
    org: presentOrgRef(said.org),
    notices: said.rows.slice(0, MOST_NOTICES).map(row => presentSummary(row, names)),
    stale: staleOf(column, said, now),
  }))
  return {
    issuer: presentOrgRef(issuer),
    item: presentItemRef(item, issuer.name),
    deadline: item.deadline,
    updatedAt: newestOf(column),
    sentence: sentenceOf(orgs),
    orgs,
    addresses: {
      html: to.export(issuer._id, item.key, 'html'),
      json: to.export(issuer._id, item.key, 'json'),
      rss: to.export(issuer._id, item.key, 'rss'),
    },
  }
}

/** Public: what columns there are, how fresh each is, and who is late. */
export const presentColumnIndex = (
  { issuer, columns }: { issuer: OrgRow; columns: readonly Column[] },
  now: Date,
): ColumnIndex => ({
  issuer: presentOrgRef(issuer),
  columns: columns.map(column => ({
    key: column.item.key,
    itemId: column.item._id,
    area: column.item.area,
    path: column.item.path,
    updatedAt: newestOf(column),
    disclosing: column.orgs.filter(({ rows }) => rows.length > 0).length,
    stale: column.orgs.filter(said => staleOf(column, said, now) !== null).map(({ org }) => org.name),
  })),
})
