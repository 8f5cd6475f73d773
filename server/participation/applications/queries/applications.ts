import { trusted } from 'mongoose'
import type { CaseItem } from '@server/domain/application'
import type { OwnDataPart } from '@shared/contract/people/ownData'
import { gone, notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { type Cursor, encodeCursor } from '@server/platform/store/cursor'
import { valuesAt } from '@server/platform/store/valuesAt'
import { activeHolidays } from '@server/disclosure/holidays'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { chinaDate } from '@shared/common/period'
import type { ApplicationContext } from '../caseFile'
import { similarItems, type SimilarRow } from '../similar'
import type { SimilarItem } from '@shared/contract/participation/applicationPapers'
import { APPLICATION_STATES } from '../states'
import { type ApplicationPaperRow, ApplicationPapers } from '../models/applicationPapers'
import {
  ApplicantVaults,
  type ApplicantVaultRow,
  ApplicationDesks,
  type ApplicationDeskRow,
  type ApplicationEventRow,
  ApplicationEvents,
  Applications,
  type ApplicationRow,
} from '../models/applications'

const deskOf = async (db: Db, orgCode: string): Promise<ApplicationDeskRow> =>
  (await db.of(ApplicationDesks).findById(orgCode).lean<ApplicationDeskRow>().exec()) ?? {
    _id: orgCode,
    reviewBody: '',
    court: '',
    searchPlaces: [],
  }

/** Most applications of a month that are counted; the tariff goes on beyond, nobody has ever asked so often. */
const MOST_A_MONTH = 1_000

/** Counts by the day of receipt, from the 1st to the last of the month; a second answer is no new application. */
async function monthlyOf(
  db: Db,
  { orgCode, personHash, receivedOn }: Pick<ApplicationRow, 'orgCode' | 'personHash' | 'receivedOn'>,
): Promise<string[]> {
  const month = receivedOn?.slice(0, 7)
  if (month === undefined) return []
  const rows = await db
    .of(Applications)
    .find(
      { orgCode, personHash, receivedOn: trusted({ $gte: `${month}-01`, $lte: `${month}-31` }) },
      { number: 1, redoOf: 1 },
    )
    .limit(MOST_A_MONTH)
    .lean<Pick<ApplicationRow, 'number' | 'redoOf'>[]>()
    .exec()
  return rows
    .filter(({ redoOf }) => redoOf === undefined)
    .map(({ number }) => number)
    .sort()
}

/** Most cases that are compared for one item: the latest do not change what the first show. */
const MOST_SIMILAR = 200

async function similarOf(db: Db, application: ApplicationRow): Promise<SimilarItem[]> {
  const { orgCode, itemKeys = [] } = application
  if (itemKeys.length === 0) return []
  const rows = await db
    .of(Applications)
    .find(
      { orgCode, itemKeys: trusted({ $in: itemKeys }) },
      { number: 1, personHash: 1, items: 1, itemKeys: 1, activations: 1 },
    )
    .limit(MOST_SIMILAR)
    .lean<SimilarRow[]>()
    .exec()
  return similarItems(application, rows)
}

const contextOf = async (db: Db, application: ApplicationRow | null): Promise<ApplicationContext> => {
  const org = application && (await db.of(Orgs).findById(application.orgCode).lean<OrgRow>().exec())
  if (!application || !org) throw notFound('application-not-found')
  const events = await db
    .of(ApplicationEvents)
    .find({ applicationId: application._id })
    .sort({ version: 1 })
    .lean<ApplicationEventRow[]>()
    .exec()
  const holidays = await activeHolidays(db)
  const papers = await db
    .of(ApplicationPapers)
    .find({ applicationId: application._id })
    .sort({ _id: 1 })
    .lean<ApplicationPaperRow[]>()
    .exec()
  papers.sort((a, b) => a.addedAt.getTime() - b.addedAt.getTime())
  const desk = await deskOf(db, application.orgCode)
  const monthly = await monthlyOf(db, application)
  return {
    application,
    org,
    events,
    desk,
    monthly,
    similar: await similarOf(db, application),
    holidays,
    papers,
  }
}

/** @throws AppError 404 `application-not-found` */
export const requireApplication = async (db: Db, id: string): Promise<ApplicationContext> =>
  contextOf(db, await db.of(Applications).findById(id).lean<ApplicationRow>().exec())

/** @throws AppError 404 `application-not-found` */
export const requireByNumber = async (db: Db, number: string): Promise<ApplicationContext> =>
  contextOf(db, await db.of(Applications).findOne({ number }).lean<ApplicationRow>().exec())

/** @throws AppError 410 when the identity was erased */
export async function requireSealed(db: Db, id: string): Promise<ApplicantVaultRow> {
  const row = await db.of(ApplicantVaults).findById(id).lean<ApplicantVaultRow>().exec()
  if (!row) throw gone('applicant-erased')
  return row
}

/** Normal form of what is asked, for duplicates: without blanks, width and marks. */
export const normalForm = (items: readonly string[]): string =>
  items
    .map(item => item.normalize('NFKC').replace(/[\s，。、；：,.;:“”"'《》()（）]/g, ''))
    .sort()
    .join('\n')

interface Rows {
  rows: ApplicationRow[]
  nextCursor: string | null
}

/** Rows that a list shows: of a desk by day left, else newest first. */
export async function ownApplications(
  db: Db,
  userId: string,
  cursor: Cursor | null,
  limit: number,
): Promise<Rows> {
  return newestFirst(db, { userId }, 'createdAt', cursor, limit)
}

async function newestFirst(
  db: Db,
  scope: Partial<Pick<ApplicationRow, 'userId' | 'orgCode' | 'open'>>,
  field: 'createdAt' | 'updatedAt',
  cursor: Cursor | null,
  limit: number,
): Promise<Rows> {
  const find = (range: object) =>
    db
      .of(Applications)
      .find({ ...scope, ...range })
      .sort({ [field]: -1, _id: -1 })
      .limit(limit + 1)
      .lean<ApplicationRow[]>()
      .exec()
  const same = cursor ? await find({ [field]: cursor.at, _id: trusted({ $lt: cursor.id }) }) : []
  const rest = await find(cursor ? { [field]: trusted({ $lt: cursor.at }) } : {})
  const found = [...same, ...rest].slice(0, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const more = found.length > limit && last
  return { rows, nextCursor: more ? encodeCursor({ at: last[field], id: last._id }) : null }
}

const dayOf = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** Reads for the desk a page of its applications: `open` by the day left, the earliest first. */
export async function deskPage(
  db: Db,
  { orgCode, show }: { orgCode: string; show: 'open' | 'rest' },
  cursor: Cursor | null,
  limit: number,
): Promise<Rows> {
  if (show === 'rest') return newestFirst(db, { orgCode, open: false }, 'updatedAt', cursor, limit)
  const find = (range: object) =>
    db
      .of(Applications)
      .find({ orgCode, open: true, ...range })
      .sort({ sortOn: 1, _id: 1 })
      .limit(limit + 1)
      .lean<ApplicationRow[]>()
      .exec()
  const day = cursor && chinaDate(cursor.at)
  const same = cursor ? await find({ sortOn: day, _id: trusted({ $gt: cursor.id }) }) : []
  const rest = await find(day === null ? {} : { sortOn: trusted({ $gt: day }) })
  const found = [...same, ...rest].slice(0, limit + 1)
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const more = found.length > limit && last
  return { rows, nextCursor: more ? encodeCursor({ at: dayOf(last.sortOn), id: last._id }) : null }
}

const askedOf = (items: readonly CaseItem[]): string => items.map(({ asked }) => asked ?? '').join('；')

/** Returns the person's own applications; the identity is sealed and is read at the desk. */
export async function ownApplicationData(db: Db, userId: string): Promise<OwnDataPart[]> {
  const rows = await db
    .of(Applications)
    .find({ userId })
    .sort({ createdAt: -1, _id: -1 })
    .lean<ApplicationRow[]>()
    .exec()
  const records = rows.map(({ number, items, state, receivedOn, applicant }) => ({
    编号: number,
    申请内容: askedOf(items),
    申请人: applicant,
    收到: receivedOn ?? '',
    到哪一步: APPLICATION_STATES[state].label,
  }))
  return [{ title: '申请公开', records }]
}

/** Returns the files that applications give out, among them those of these hashes that any does. */
export const paperFiles = (db: Db, hashes: readonly string[]): Promise<string[]> =>
  valuesAt(db, ApplicationPapers, 'sha256', hashes)

/** A paper and the body whose file it is; null when it was taken out. */
export async function paperOf(
  db: Db,
  id: string,
): Promise<{ paper: ApplicationPaperRow; orgCode: string } | null> {
  const paper = await db.of(ApplicationPapers).findById(id).lean<ApplicationPaperRow>().exec()
  const row = paper && (await db.of(Applications).findById(paper.applicationId).lean<ApplicationRow>().exec())
  return paper && row ? { paper, orgCode: row.orgCode } : null
}
