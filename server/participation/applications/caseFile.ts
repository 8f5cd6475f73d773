import { type ClockEvent, checkCase } from '@server/domain/application'
import type { HolidayTable } from '@server/domain/deadline'
import { actingTarget, type OrgRow } from '@server/people/orgs'
import { chinaDate } from '@shared/common/period'
import type { SimilarItem } from '@shared/contract/participation/applicationPapers'
import { itemsWithPapers } from './casePapers'
import { replyHash } from './letter'
import type { ApplicationPaperRow } from './models/applicationPapers'
import type { ApplicationDeskRow, ApplicationEventRow, ApplicationRow } from './models/applications'
import type { ApplicationView } from './policy'

/** Application with all data for its page, its policies and its clock. */
export interface ApplicationContext {
  application: ApplicationRow
  org: OrgRow
  /** Oldest first. */
  events: ApplicationEventRow[]
  desk: ApplicationDeskRow
  /** Numbers of the same applicant's applications of its calendar month, which a fee is counted by. */
  monthly: string[]
  /** Items that others asked for too. */
  similar: SimilarItem[]
  /** Oldest first. */
  papers: ApplicationPaperRow[]
  holidays: HolidayTable
}

const OPENED_MS = 10 * 60_000

export const clockOf = (events: readonly ApplicationEventRow[]): ClockEvent[] =>
  events.flatMap(({ clock }) => clock)

/** Returns what the policies read; an opening counts for ten minutes. */
export function viewOf({ application, org, events }: ApplicationContext, now: Date): ApplicationView {
  const opened = events.findLast(({ step }) => step === 'open-identity')
  const isFresh = opened !== undefined && now.getTime() - opened.at.getTime() < OPENED_MS
  return { org: actingTarget(org), userId: application.userId, openedBy: isFresh ? opened.by : null }
}

/** Checks a case before its reply is signed 签发前检查: all faults at once. */
export function faultsBefore(work: ApplicationContext, signerId: string | null, now: Date) {
  const { application, org, events, desk, holidays, papers } = work
  const { number, receivedOn, applicant, landOrHouse, letter, remedy, lawyer } = application
  const hash = replyHash(work)
  return checkCase(
    {
      serial: number,
      receivedOn,
      applicant: { name: applicant },
      body: {
        name: org.name,
        searchPlaces: desk.searchPlaces,
        reviewBody: desk.reviewBody,
        court: desk.court,
      },
      landOrHouse,
      events: clockOf(events),
      items: itemsWithPapers(work),
      papers: papers.map(({ _id, name, itemId, text }) => ({ id: _id, name, itemId, text })),
      reply:
        letter === ''
          ? null
          : {
              addressee: applicant,
              serial: number,
              receivedOn,
              date: chinaDate(now),
              text: letter,
              remedy,
              lateReason: application.lateReason,
              hash,
            },
      handler: application.handlerId,
      signer: signerId,
      lawyer: lawyer && { name: lawyer.userId, opinion: lawyer.opinion, hash: lawyer.hash },
      headReason: application.headReason,
    },
    holidays,
  )
}
