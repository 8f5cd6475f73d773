import { PRESENTATION, type Presentation, presentationOf } from '@shared/presentation/version'
import { amountChanges } from '@shared/content/amountChanges'
import { contentChanges } from '@shared/content/changes'
import { stateLabel } from '../states'
import { chinaDate, periodLabel } from '@shared/common/period'
import type { DisclosureNotice, NoticeContent, NoticeState } from '@shared/contract/disclosure/notice'
import type { CheckedPicture } from '@shared/contract/disclosure/files'
import type { PresentedRecord } from '@shared/contract/disclosure/presentation'
import {
  type ContentComparison,
  type EditionState,
  type Guidance,
  type WaitingWork,
  type WorkList,
  type WorkNotice,
  type WorkNoticePage,
} from '@shared/contract/disclosure/noticeWorkflow'
import type { EarlierContent } from '../queries/earlierContents'
import type { NoticeContext, WorkEdition, WorkRows } from '../queries/noticeContext'
import { abilitiesOf } from '../policy'
import type { GuidanceRow } from '../models/guidance'
import type { NoticeRow } from '../models/notices'
import type { Actor } from '@server/platform/access/actor'
import { presentRecord, isOver, missingGlyphs } from '@server/disclosure/publications'
import { presentItemRef } from '@server/catalogues/catalogue'
import { type NoticePicture, canFiles, pictureIssues, pictureState } from '@server/disclosure/files'
import { type OrgRow, orgTarget } from '@server/people/orgs'
import { draftOf } from '../requirements/draftOf'
import { submitIssues } from '../requirements/submit'

const WAITED: Partial<Record<NoticeState, string>> = {
  submitted: '监督审核',
  refused: '修改后重报',
  signed: '联席会议',
  ordered: '公开更正',
  draft: '公开更正',
}

/** Returns the next act and its last day. */
function dueOf({ state, dueOn, assumedYears }: NoticeRow, today: string): WorkNotice['due'] {
  const act = WAITED[state]
  return act && dueOn ? { act, on: dueOn, late: dueOn < today, ...(assumedYears && { assumedYears }) } : null
}

/** Staff: a notice in the workbench list. */
export const presentWork = (notice: NoticeRow, org: OrgRow, actor: Actor, now: Date): WorkNotice => ({
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
  edition: notice.edition,
  updatedAt: notice.updatedAt.toISOString(),
  due: dueOf(notice, chinaDate(now)),
  abilities: abilitiesOf(actor, notice, org),
})

export const presentWorkList = (
  { rows, nextCursor }: WorkRows,
  org: OrgRow,
  actor: Actor,
  now: Date,
): WorkList => ({
  items: rows.map(row => presentWork(row, org, actor, now)),
  nextCursor,
})

export const presentWaiting = (
  rows: readonly NoticeRow[],
  org: OrgRow,
  actor: Actor,
  now: Date,
): WaitingWork => ({ items: rows.map(row => presentWork(row, org, actor, now)) })

const presentNotice = ({ notice, content }: NoticeContext): DisclosureNotice => ({
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
  liveEdition: notice.liveEdition,
  dueOn: notice.dueOn,
  publishAt: notice.publishAt?.toISOString() ?? null,
  meeting: notice.meeting,
  releases: notice.releases,
  reason: notice.reason,
  order: notice.order,
  archive: notice.archive,
  content,
  createdBy: notice.createdBy,
  submittedBy: notice.submittedBy,
  updatedAt: notice.updatedAt.toISOString(),
})

const changesOf = ({ content, previous }: NoticeContext): WorkNoticePage['changes'] =>
  previous ? amountChanges(content, previous).map(({ label, fen, lastFen }) => ({ label, fen, lastFen })) : []
/** Most changes of one comparison that a page lists. */
const LISTED = 300

/** Staff: what changed since an earlier content; words that exposed personal data are not quoted again. */
function presentComparison(
  { kind, edition, at, content: before, leaked }: EarlierContent,
  content: NoticeContent,
): ContentComparison {
  const all = contentChanges(before, content)
  const listed = all.slice(0, LISTED)
  return {
    against: kind,
    edition,
    at: at.toISOString(),
    total: all.length,
    changes: leaked ? listed.map(change => ({ ...change, before: null })) : listed,
    withheld: leaked,
  }
}

/** States of an edition that is not public yet. */
export const BEFORE_PUBLIC: ReadonlySet<NoticeState> = new Set([
  'draft',
  'checked',
  'submitted',
  'refused',
  'signed',
  'met',
  'scheduled',
])

const presentEdition = (row: WorkEdition, now: Date): EditionState => ({
  edition: row.edition,
  publishedAt: row.publishedAt.toISOString(),
  publicity: row.publicity,
  ...(row.publicityMoved && { moved: row.publicityMoved }),
  over: isOver(row, now),
  withdrawn: row.withdrawn,
})

const presentGuidance = ({ kind, text, byName, body, at }: GuidanceRow): Guidance => ({
  kind,
  text,
  by: byName,
  body,
  at: at.toISOString(),
})

/** Returns what to know before publication: open issues, and characters that cannot be printed. */
function aheadOf(work: NoticeContext, presented: PresentedRecord, now: Date) {
  if (!BEFORE_PUBLIC.has(work.notice.state)) return { issues: [], unprintable: [] }
  return {
    issues: [...submitIssues(draftOf(work, now)), ...pictureIssues(work.pictures, now)],
    unprintable: missingGlyphs(work.content.title, presented.blocks),
  }
}

function presentPictureCheck(picture: NoticePicture, actor: Actor, org: OrgRow, now: Date): CheckedPicture {
  const { sha256, storedBy, released } = picture.check
  const state = pictureState(picture, now)
  const isHeld = state !== 'passed' && state !== 'released'
  return {
    sha256,
    name: picture.name,
    state,
    mayRelease: isHeld && canFiles(actor, 'picture.release', { org: orgTarget(org), storedBy }),
    releasedBy: released?.name ?? null,
  }
}

/** Returns the version of the working edition: of its publication, or of a publication made now. */
function presentationIn({ notice, editions }: NoticeContext): Presentation {
  const published = editions.find(({ edition }) => edition === notice.edition)
  return published ? presentationOf(published) : PRESENTATION
}

/** Staff: everything about a notice in work. */
export function presentWorkPage(work: NoticeContext, actor: Actor, now: Date): WorkNoticePage {
  const presented = presentRecord(work.item, work.content, presentationIn(work))
  return {
    notice: presentNotice(work),
    work: presentWork(work.notice, work.org, actor, now),
    item: presentItemRef(work.item, work.issuer.name),
    presented,
    changes: changesOf(work),
    comparisons: work.earlier.map(one => presentComparison(one, work.content)),
    duplicates: work.duplicates.map(({ noticeId, title }) => ({ id: noticeId, title })),
    ...aheadOf(work, presented, now),
    pictures: work.pictures.map(picture => presentPictureCheck(picture, actor, work.org, now)),
    signOff: work.signOff,
    history: work.statuses.map(({ from, to, label, byName, at, reason }) => ({
      from,
      to,
      label,
      by: byName,
      at: at.toISOString(),
      reason,
    })),
    editions: work.editions.map(edition => presentEdition(edition, now)),
    guidance: work.guidance.map(presentGuidance),
  }
}
