import type { Home } from '@shared/contract/reading/site'
import type { CategoryRows, HomeRows } from '../queries/home'
import { presentSummary } from '@server/disclosure/publications'
import { presentContacts, presentOrgPage, presentOrgRef, type OrgRow } from '@server/people/orgs'

interface HomeInput {
  org: OrgRow
  ancestors: readonly OrgRow[]
  street: OrgRow | null
  rows: HomeRows
  now: Date
}

const presentCategory = ({
  code,
  name,
  newest,
  countThisQuarter,
}: CategoryRows): Home['categories'][number] => ({
  code,
  name,
  newest: newest && {
    id: newest.noticeId,
    title: newest.title,
    publishedAt: newest.publishedAt.toISOString(),
  },
  countThisQuarter,
})

/** Public: the home page of an organisation. */
export function presentHome({ org, ancestors, street, rows, now }: HomeInput): Home {
  return {
    org: presentOrgPage(org, ancestors),
    street: street && presentOrgRef(street),
    newestAt: rows.recent[0]?.publishedAt.toISOString() ?? null,
    categories: rows.categories.map(presentCategory),
    others: presentCategory(rows.others),
    recent: rows.recent.map(row => presentSummary(row, rows.names)),
    removed: rows.removed,
    contacts: presentContacts(org),
    asOf: now.toISOString(),
  }
}
