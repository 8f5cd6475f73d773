import { amountChanges } from '@shared/domain/amountChanges'
import { transition, stateLabel, type NoticeEvent } from '@shared/domain/noticeStates'
import { periodLabel } from '@shared/domain/period'
import type { DisclosureNotice } from '@shared/schemas/notice'
import { NoticeAbility, type WorkList, type WorkNotice, type WorkNoticePage } from '@shared/schemas/work'
import type { NoticeRow, OrgRow } from '../models'
import { type Actor, actionOf, can } from '../policies'
import { noticeTarget } from '../policies/targets'
import type { Work, WorkRows } from '../queries/work/notices'
import { draftOf, publishIssues } from '../requirements'
import { presentItemRef, presentRecord } from './item'

/** What the state must allow for an ability. */
const EVENTS: Record<NoticeAbility, NoticeEvent> = {
  edit: 'edit',
  submit: 'submit',
  'sign-off': 'agree',
  publish: 'publish',
}

/** What the actor may do now: role, four eyes and state together. */
const abilitiesOf = (actor: Actor, notice: NoticeRow, org: OrgRow): NoticeAbility[] =>
  NoticeAbility.options.filter(
    ability =>
      transition(notice.state, EVENTS[ability]) !== null &&
      can(actor, actionOf(ability), noticeTarget(notice, org)),
  )

/** Staff: a notice in the workbench list. */
export const presentWork = (notice: NoticeRow, org: OrgRow, actor: Actor): WorkNotice => ({
  id: notice._id,
  orgCode: notice.orgCode,
  orgName: org.name,
  category: notice.category,
  title: notice.title,
  period: notice.period,
  periodLabel: periodLabel(notice.period),
  state: notice.state,
  stateLabel: stateLabel(notice.state),
  version: notice.version,
  updatedAt: notice.updatedAt.toISOString(),
  abilities: abilitiesOf(actor, notice, org),
})

export const presentWorkList = ({ rows, nextCursor }: WorkRows, org: OrgRow, actor: Actor): WorkList => ({
  items: rows.map(row => presentWork(row, org, actor)),
  nextCursor,
})

const presentNotice = ({ notice, content }: Work): DisclosureNotice => ({
  id: notice._id,
  orgCode: notice.orgCode,
  itemId: notice.itemId,
  itemKey: notice.itemKey,
  category: notice.category,
  period: notice.period,
  regards: notice.regards,
  state: notice.state,
  version: notice.version,
  edition: notice.edition,
  content,
  createdBy: notice.createdBy,
  submittedBy: notice.submittedBy,
  updatedAt: notice.updatedAt.toISOString(),
})

const changesOf = ({ content, previous }: Work): WorkNoticePage['changes'] =>
  previous ? amountChanges(content, previous).map(({ label, fen, lastFen }) => ({ label, fen, lastFen })) : []

/** Staff: everything about a notice in work. */
export const presentWorkPage = (work: Work, actor: Actor, now: Date): WorkNoticePage => ({
  notice: presentNotice(work),
  work: presentWork(work.notice, work.org, actor),
  item: presentItemRef(work.item, work.issuer.name),
  presented: presentRecord(work.item, work.content),
  issues: work.notice.state === 'published' ? [] : publishIssues(draftOf(work, now)),
  changes: changesOf(work),
  signOff: work.signOff,
  history: work.statuses.map(({ from, to, label, byName, at, reason }) => ({
    from,
    to,
    label,
    by: byName,
    at: at.toISOString(),
    reason,
  })),
})
