import type { Db } from '@server/platform/store/db'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import { valuesAt } from '@server/platform/store/valuesAt'
import { Notices, type NoticeRow } from '../models/notices'
import { Revisions } from '../models/revisions'
import { WAITING_STATES, inWork, stateLabel } from '../states'
import { STEP_WORDS, nextStep } from '@shared/content/nextStep'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked, ownPlaces } from '@server/people/todos'
import type { OrgRow } from '@server/people/orgs'
import { abilitiesOf } from '../policy'
import type { ItemsEnding, ItemUse } from '@server/catalogues/catalogue'
import { trusted } from 'mongoose'

/** Returns the town's order that is in force for a notice; null when there is none. */
export async function orderOn(db: Db, noticeId: string): Promise<NoticeRow['order']> {
  const row = await db.of(Notices).findById(noticeId, { order: 1 }).lean<Pick<NoticeRow, 'order'>>().exec()
  return row?.order ?? null
}

/** Returns the code of the organisation that owns a notice; null when there is no such notice. */
export async function orgOfNotice(db: Db, noticeId: string): Promise<string | null> {
  const row = await db
    .of(Notices)
    .findById(noticeId, { orgCode: 1 })
    .lean<Pick<NoticeRow, 'orgCode'>>()
    .exec()
  return row?.orgCode ?? null
}

type CodedNotice = Pick<NoticeRow, '_id' | 'orgCode'>

/** Returns the notices that bear a short code 短码, drafts among them: seldom more than one. */
export const noticesOfCode = (db: Db, shortCode: string): Promise<CodedNotice[]> =>
  db.of(Notices).find({ shortCode }, { orgCode: 1 }).sort({ _id: 1 }).lean<CodedNotice[]>().exec()

/** Notices of the street and its villages that are on the way, one entry for each, by the key of their item. */
export async function noticesOnTheWay(db: Db, { orgs, keys }: ItemsEnding): Promise<ItemUse[]> {
  const found = await Promise.all(
    orgs.map(({ _id }) =>
      db
        .of(Notices)
        .find({ orgCode: _id, itemKey: trusted({ $in: [...keys] }) }, { itemKey: 1, orgCode: 1, state: 1 })
        .lean<Pick<NoticeRow, 'itemKey' | 'orgCode' | 'state'>[]>()
        .exec(),
    ),
  )
  return found
    .flat()
    .filter(({ state }) => inWork(state))
    .map(({ itemKey, orgCode }) => ({ kind: 'notices', key: itemKey, orgCode }))
}

const DUPLICATE_FIELDS = { noticeId: 1, title: 1, category: 1, regards: 1 } as const
export type Duplicate = Pick<PublicationRow, keyof typeof DUPLICATE_FIELDS>

/**
 * Returns the public notices that may say the same as this one 可能重复公开的: of the same organisation, category, period
 * and village. The filter is one that an index covers fully, the rest is filtered afterwards.
 */
export async function duplicatesOf(
  db: Db,
  { _id, orgCode, period, category, regards }: NoticeRow,
): Promise<Duplicate[]> {
  const rows = await db
    .of(Publications)
    .find({ orgCode, live: true, period }, DUPLICATE_FIELDS)
    .sort({ publishedAt: -1, _id: -1 })
    .lean<Duplicate[]>()
    .exec()
  return rows.filter(row => row.noticeId !== _id && row.category === category && row.regards === regards)
}

/** Returns the files that revisions refer to, of drafts and of former editions too; each field has an index. */
export const noticeFiles = async (db: Db, hashes: readonly string[]): Promise<string[]> => [
  ...(await valuesAt(db, Revisions, 'content.blocks.files.sha256', hashes)),
  ...(await valuesAt(db, Revisions, 'content.blocks.lines.images.sha256', hashes)),
]

/** Says how many notices of an organisation wait for their moment: nobody could publish them after a merger. */
export async function scheduledNotices(db: Db, orgCode: string): Promise<string[]> {
  const waiting = await db.of(Notices).countDocuments({ orgCode, state: 'scheduled' })
  return waiting > 0 ? [`${waiting} 条定时公开的公示`] : []
}

/** Names the village that a street's notice is about. */
function titleOf({ title, regards }: NoticeRow, { orgs }: TodosAsked): string {
  const about = regards && orgs.find(({ _id }) => _id === regards)
  return about ? `${title}（${about.name}）` : title
}

function todoOf(notice: NoticeRow, org: OrgRow, asked: TodosAsked): TodoRow[] {
  const { _id, orgCode, state, dueOn, assumedYears, version } = notice
  const step = nextStep({ state, abilities: abilitiesOf(asked.actor, notice, org) })
  if (!step) return []
  const acts = step === 'archive' ? (['archive'] as const) : []
  const title = titleOf(notice, asked)
  const what = { kind: 'notice', subject: _id, orgCode, title, stage: stateLabel(state) } as const
  return [{ ...what, step: STEP_WORDS[step], dueOn, assumedYears, acts: [...acts], version }]
}

/** Returns the notices of a person's own organisations whose next step is this person's, the earliest last day first. */
export async function noticeTodos(db: Db, asked: TodosAsked): Promise<TodoRow[]> {
  const orgs = new Map(ownPlaces(asked).map(org => [org._id, org]))
  const scope = { orgCode: trusted({ $in: [...orgs.keys()] }), state: trusted({ $in: [...WAITING_STATES] }) }
  const find = (filter: object) =>
    db.of(Notices).find(filter).sort({ dueOn: 1 }).limit(MOST_OF_A_KIND).lean<NoticeRow[]>().exec()
  const dated = await find({ ...scope, dueOn: trusted({ $ne: null }) })
  const undated = await find({ ...scope, dueOn: null })
  return [...dated, ...undated]
    .flatMap(notice => {
      const org = orgs.get(notice.orgCode)
      return org ? todoOf(notice, org, asked) : []
    })
    .slice(0, MOST_OF_A_KIND)
}
