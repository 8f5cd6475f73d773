import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { OBJECTION_RULES } from '@shared/facts/participation/objectionRules'
import { viewTarget } from '@shared/presentation/objectionTarget'
import { keepsOpen } from '../states'
import { KIND_NAMES } from '@server/domain/privacy/kindNames'
import { maskText } from '@server/domain/privacy/maskText'
import { chinaDate } from '@shared/common/period'
import type { FileObjection } from '@shared/contract/participation/objection'
import { AppError, conflict, notFound } from '@server/platform/errors'
import type { Judgement } from '@server/platform/wechat/textCheck'
import { unnamed } from './unnamed'
import { dueIn, enqueueNotification, scheduleDeadlineJob } from './answerDeadline'
import { ObjectionCounters, Objections, ObjectionEvents, type ObjectionRow } from '../models/objections'
import { newId } from '@server/platform/store/collection'
import { isOver, presentEdition, type PresentedNotice } from '@server/disclosure/publications'
import { coverPersonalNames, ResidencyClaims, type ResidencyClaimRow } from '@server/people/residents'
import { actingTarget, listedUnder, type OrgRow } from '@server/people/orgs'
import { activeHolidays } from '@server/disclosure/holidays'

/** Data of a filing; all but the checked text is loaded in its transaction. */
export interface Filing {
  published: PresentedNotice
  org: OrgRow
  /** From the root down. */
  ancestors: readonly OrgRow[]
  /** The confirmed claim to act for an elder; null = for oneself. */
  elder: ResidencyClaimRow | null
  input: FileObjection
  /** The text with personal numbers covered. */
  text: string | null
  covered: string[]
  judgement: Judgement
}

const DAY = 86_400_000
const DIGITS = 4

/** Covers personal numbers in a villager's text, so that they are never stored. */
export function coveredText(text: string | undefined, now: Date): Pick<Filing, 'text' | 'covered'> {
  if (text === undefined) return { text: null, covered: [] }
  const { text: masked, kinds } = maskText(text, 'block', chinaDate(now))
  return { text: masked, covered: kinds.map(kind => KIND_NAMES[kind]) }
}

/** Takes the organisation's next number of the year. A rollback releases the number. */
async function nextNumber(tx: Tx, orgCode: string, today: string): Promise<string> {
  const year = today.slice(0, 4)
  const _id = `${orgCode}-${year}`
  await tx.of(ObjectionCounters).updateOne({ _id }, { $inc: { last: 1 } }, { upsert: true })
  const counter = await tx.of(ObjectionCounters).findById(_id).lean().exec()
  return `${year}-${orgCode}-${String(counter?.last ?? 1).padStart(DIGITS, '0')}`
}

/** Returns the name in the roster for a verified person, else the account's. */
async function nameOf(tx: Tx, by: Authorised): Promise<string> {
  const claims = await tx.of(ResidencyClaims).find({ userId: by.actor.id }).lean<ResidencyClaimRow[]>().exec()
  return claims.find(claim => claim.kind === 'own' && claim.state === 'confirmed')?.name ?? by.actor.name
}

/**
 * Limits objections by person and day, and allows one open objection for each place.
 * @throws AppError 429 `objection-limit`; 409 `objection-exists`
 */
async function refuseFlood(tx: Tx, by: Authorised, noticeId: string, place: string) {
  const now = tx.now
  const mine = await tx
    .of(Objections)
    .find({ userId: by.actor.id })
    .sort({ filedAt: -1, _id: -1 })
    .lean<ObjectionRow[]>()
    .exec()
  const today = mine.filter(row => now.getTime() - row.filedAt.getTime() < DAY)
  if (today.length >= OBJECTION_RULES.perPersonADay.n) throw new AppError(429, 'objection-limit')
  const same = mine.find(row => row.noticeId === noticeId && row.place === place)
  if (same && keepsOpen(same.state, same.replyBy, now)) throw conflict('objection-exists')
}

/**
 * Refuses an objection to anything but the edition on show.
 * @throws AppError 409 `edition-changed`, `notice-withdrawn`
 */
export function refuseOther(
  { withdrawn, live, edition }: PresentedNotice['publication'],
  seen: number,
): void {
  if (withdrawn || !live) throw conflict('notice-withdrawn')
  if (edition !== seen) throw conflict('edition-changed')
}

/**
 * Returns the place in the edition that the villager saw.
 * @throws AppError 404 `target-unknown`
 */
function placeOf({ published, input }: Filing, now: Date): string {
  const { blocks } = presentEdition(published, isOver(published.publication, now))
  const view = viewTarget(blocks, input.target)
  if (!view) throw notFound('target-unknown', 'target')
  return view.place
}

async function rowOf(tx: Tx, by: Authorised, filing: Filing, place: string): Promise<ObjectionRow> {
  const { published, org, ancestors, elder, input, text, covered, judgement } = filing
  const { publication } = published
  const now = tx.now
  const state = judgement === 'pass' ? 'open' : 'held'
  const asker = { orgCode: org._id, name: await nameOf(tx, by), elder: elder?.name ?? null }
  return {
    ...asker,
    _id: newId('obj'),
    number: await nextNumber(tx, org._id, chinaDate(now)),
    path: listedUnder(org),
    noticeId: publication.noticeId,
    edition: publication.edition,
    noticeTitle: publication.title,
    target: input.target,
    place,
    kind: input.kind,
    text,
    publicText: await coverPersonalNames(tx, asker, text, now),
    covered,
    anonymous: input.anonymous,
    via: input.via,
    userId: by.actor.id,
    actsFor: elder?._id ?? null,
    state,
    version: 1,
    level: 'own',
    handlerCode: actingTarget(org).code,
    ...dueIn(state, [...ancestors, org], now, await activeHolidays(tx)),
    afterTime: isOver(publication, now),
    filedAt: now,
    updatedAt: now,
  }
}

/**
 * Files an objection 提出异议 with number, first event, deadline job and audit entry. Returns its id.
 * @throws AppError 409 `edition-changed`, `objection-exists`; 404 `target-unknown`; 429 `objection-limit`
 */
export async function fileObjection(
  tx: Tx,
  by: Authorised<'objection.file'>,
  filing: Filing,
): Promise<string> {
  const place = placeOf(filing, tx.now)
  await refuseFlood(tx, by, filing.published.publication.noticeId, place)
  const row = await rowOf(tx, by, filing, place)
  await tx.of(Objections).create([row])
  await tx.of(ObjectionEvents).create([
    {
      _id: newId('oev'),
      objectionId: row._id,
      orgCode: row.orgCode,
      version: 1,
      from: null,
      to: row.state,
      event: 'file',
      label: row.state === 'held' ? '提出异议，文字等人工审核' : '提出异议',
      by: by.actor.id,
      byName: '提出人',
      body: null,
      at: row.filedAt,
      text: null,
      publicText: null,
    },
  ])
  await enqueueNotification(tx, row)
  await scheduleDeadlineJob(tx, row)
  await audit(tx, unnamed(by, row), { orgCode: row.orgCode, id: row._id }, { number: row.number })
  return row._id
}
