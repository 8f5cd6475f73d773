import { periodLabel } from '@shared/common/period'
import { yuan } from '@shared/common/money'
import type { Home } from '@shared/contract/reading/site'
import type { CategoryRows, HomeRows } from '../queries/home'
import type { OverdueRow } from '@server/disclosure/obligations'
import { presentSummary } from '@server/disclosure/publications'
import { presentContacts, presentOrgPage, presentOrgRef, type OrgRow } from '@server/people/orgs'
import { dutyName } from './dutyName'
import { presentLetter } from './letter'

interface HomeInput {
  org: OrgRow
  ancestors: readonly OrgRow[]
  street: OrgRow | null
  rows: HomeRows
  now: Date
}

const presentOverdue = (row: OverdueRow) => ({
  name: dutyName(row),
  cause: row.causeLabel,
  dueOn: row.sortDate,
})

const presentCategory = ({
  code,
  name,
  newest,
  figure,
  countThisQuarter,
  overdue,
}: CategoryRows): Home['categories'][number] => ({
  code,
  name,
  newest: newest && {
    id: newest.noticeId,
    title: newest.title,
    publishedAt: newest.publishedAt.toISOString(),
    figure,
  },
  countThisQuarter,
  overdue: overdue && presentOverdue(overdue),
})

/** Public: the home page of an organisation. */
export function presentHome({ org, ancestors, street, rows, now }: HomeInput): Home {
  const [worst] = rows.overdue
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
    letter: rows.letter && presentLetter(rows.letter, now),
    open: rows.open.map(({ noticeId: id, title, until, objections }) => ({ id, title, until, objections })),
    late: worst ? { count: rows.overdue.length, worst: presentOverdue(worst) } : null,
    differing: rows.differing.map(({ villageNoticeId, itemName, period }) => ({
      noticeId: villageNoticeId,
      name: itemName,
      periodLabel: periodLabel(period),
    })),
    underWay: rows.underWay.map(({ id, title, step, steps, stepName, amountFen }) => ({
      id,
      title,
      step,
      steps,
      stepName,
      amount: amountFen === null ? null : yuan(amountFen),
    })),
  }
}
