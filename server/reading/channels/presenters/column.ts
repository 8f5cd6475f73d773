import { dateLabel } from '@shared/common/period'
import type { ColumnIndex, ColumnOrg, ColumnPage, StaleMark } from '@shared/contract/reading/column'
import type { Column } from '../queries/columns'
import type { Addresses } from '@server/platform/config/publicAddresses'
import { presentSummary } from '@server/disclosure/publications'
import { presentOrgRef, type OrgRow } from '@server/people/orgs'
import { presentItemRef } from '@server/catalogues/catalogue'

/** Number of newest notices shown for each organisation. */
const MOST_NOTICES = 12

function staleOf({ missed }: Column['orgs'][number]): StaleMark | null {
  if (!missed?.period || !missed.dueOn) return null
  const { period, causeLabel, dueOn } = missed
  const message = `${causeLabel}的内容应在${dateLabel(dueOn)}前公开，还没有公开。`
  return { period, periodLabel: causeLabel, dueOn, message }
}

const newestOf = ({ orgs }: Column): string | null => {
  const times = orgs.flatMap(({ rows }) => rows[0]?.publishedAt.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null
}

function sentenceOf(orgs: readonly ColumnOrg[]): string {
  const disclosing = orgs.filter(({ notices }) => notices.length > 0).length
  const late = orgs.filter(({ stale }) => stale !== null).length
  const said = `${orgs.length} 个单位中有 ${disclosing} 个公开过这一项`
  return late > 0 ? `${said}，${late} 个到期没有公开。` : `${said}。`
}

/** Public: a column with the newest disclosures of every organisation. */
export function presentColumn(column: Column, to: Addresses): ColumnPage {
  const { item, issuer } = column
  const names = new Map(column.orgs.map(({ org }): [string, OrgRow['name']] => [org._id, org.name]))
  const orgs = column.orgs.map(said => ({
    org: presentOrgRef(said.org),
    notices: said.rows.slice(0, MOST_NOTICES).map(row => presentSummary(row, names)),
    ...(said.removed?.length && { removed: said.removed }),
    stale: staleOf(said),
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

/** Public: the columns with the date of their newest disclosure and the overdue organisations. */
export const presentColumnIndex = ({
  issuer,
  columns,
}: {
  issuer: OrgRow
  columns: readonly Column[]
}): ColumnIndex => ({
  issuer: presentOrgRef(issuer),
  columns: columns.map(column => ({
    key: column.item.key,
    itemId: column.item._id,
    area: column.item.area,
    path: column.item.path,
    updatedAt: newestOf(column),
    disclosing: column.orgs.filter(({ rows }) => rows.length > 0).length,
    stale: column.orgs.filter(said => staleOf(said) !== null).map(({ org }) => org.name),
  })),
})
