import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { Issue } from '@shared/contract/common'
import type { CreateNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { justBefore, requireNoticeContext } from '../queries/noticeContext'
import { advanceNotice } from './advanceNotice'
import { storeRevision } from './editNotice'
import { isDuplicate } from '@server/platform/store/transaction'
import { Notices, type NoticeRow } from '../models/notices'
import { Statuses } from '../models/statuses'
import { shortCode } from '@shared/presentation/shortCode'
import { newId } from '@server/platform/store/collection'
import { attachmentIssues } from '@server/disclosure/files'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { Catalogues, type CatalogueItemRow } from '@server/catalogues/catalogue'
import { draftIssues } from '../requirements/draft'
import { draftOf } from '../requirements/draftOf'
import { refuseSecond } from './refuseSecond'

interface Props {
  org: OrgRow
  item: CatalogueItemRow
  input: CreateNotice
}

/**
 * Refuses a notice about a village that is not under its organisation; a notice about its own organisation names none.
 */
async function regardsIssues(tx: Tx, { org, input: { regards } }: Props): Promise<Issue[]> {
  if (regards === null) return []
  const village = await tx.of(Orgs).findById(regards).lean<OrgRow>().exec()
  const under = village && village._id !== org._id && village.path.includes(org._id)
  if (under) return []
  return [{ code: 'regards-invalid', field: 'regards', message: REQUIREMENT_TEXTS['regards-invalid']() }]
}

/**
 * Refuses a new notice on a catalogue version that is not in force; existing notices stay on the version they were
 * written on.
 */
async function versionIssues(tx: Tx, { item }: Props): Promise<Issue[]> {
  const catalogue = await tx.of(Catalogues).findById(item.catalogueId, { active: 1 }).lean().exec()
  if (catalogue?.active) return []
  return [{ code: 'item-outdated', field: 'itemId', message: REQUIREMENT_TEXTS['item-outdated']() }]
}

const placeOf = ({ org, item, input: { content, regards } }: Props) => ({
  orgCode: org._id,
  itemKey: item.key,
  period: content.period,
  regards,
})

/** Returns every issue that prevents the draft, but for a notice of the same period. */
export async function newNoticeIssues(tx: Tx, props: Props): Promise<Issue[]> {
  const { org, item, input } = props
  const { content } = input
  return [
    ...(await regardsIssues(tx, props)),
    ...(await versionIssues(tx, props)),
    ...(await attachmentIssues(tx, org._id, content)),
    ...draftIssues(draftOf({ content, item, previous: await justBefore(tx, placeOf(props)) }, tx.now)),
  ]
}

/** Returns the discarded notice of the same item and period, whose place the new draft takes; null when there is none. */
async function check(tx: Tx, props: Props): Promise<NoticeRow | null> {
  const issues = await newNoticeIssues(tx, props)
  if (issues.length > 0) throw requirementsUnmet(issues)
  return refuseSecond(tx, placeOf(props))
}

/** Drafts a discarded notice again 重新起草: the same notice with new content, its history goes on. */
async function redraft(tx: Tx, by: Authorised<'notice.create'>, id: string, props: Props): Promise<void> {
  const work = await requireNoticeContext(tx, id)
  const { notice } = await advanceNotice(tx, by, work, {
    event: 'redraft',
    seen: work.notice.version,
    set: firstEdition(by, props),
  })
  await storeRevision(tx, by, notice, props.input.content)
}

/** Returns the fields of a notice whose first edition begins. */
function firstEdition(
  by: Authorised,
  { org, item, input }: Props,
): Omit<NoticeRow, '_id' | 'shortCode' | 'state' | 'version' | 'createdAt' | 'updatedAt'> {
  return {
    orgCode: org._id,
    itemId: item._id,
    itemKey: item.key,
    category: item.category,
    period: input.content.period,
    regards: input.regards,
    title: input.content.title,
    edition: 1,
    liveEdition: null,
    dueOn: null,
    publishAt: null,
    meeting: null,
    releases: [],
    reason: null,
    order: null,
    archive: null,
    revisionId: newId('rev'),
    createdBy: by.actor.id,
    writers: [by.actor.id],
    submittedBy: null,
    signedBy: null,
  }
}

/**
 * Creates a notice as a draft: notice, first revision, first status, audit entry; in the place of a discarded one it
 * goes on with that. Returns its id.
 * @throws AppError 422 with every issue; 409 `notice-exists` for a second notice of the same period
 */
export async function createNotice(tx: Tx, by: Authorised<'notice.create'>, props: Props): Promise<string> {
  const discarded = await check(tx, props)
  if (discarded) {
    await redraft(tx, by, discarded._id, props)
    return discarded._id
  }
  const id = newId('ntc')
  const notice: NoticeRow = {
    ...firstEdition(by, props),
    _id: id,
    shortCode: shortCode(id),
    state: 'draft',
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  const common = { noticeId: notice._id, orgCode: notice.orgCode, edition: 1, version: 1 }
  try {
    await tx.of(Notices).create([notice])
  } catch (error) {
    throw isDuplicate(error, 'notices') ? conflict('notice-exists') : error
  }
  await storeRevision(tx, by, notice, props.input.content)
  await tx.of(Statuses).create([
    {
      ...common,
      _id: newId('sta'),
      from: null,
      to: 'draft',
      event: 'create',
      label: '起草',
      by: by.actor.id,
      byName: by.actor.name,
      at: notice.createdAt,
      reason: null,
      signOff: null,
    },
  ])
  await audit(tx, by, { orgCode: notice.orgCode, id: notice._id })
  return notice._id
}
