import type { Actor } from '@server/platform/access/actor'
import { actingTarget, presentContacts } from '@server/people/orgs'
import { chinaDate, daysBetween } from '@shared/common/period'
import type {
  ApplicationList,
  ApplicationPage,
  ApplicationProgress,
  ApplicationStep,
  ApplicationSummary,
} from '@shared/contract/participation/application'
import { doorOf } from '@shared/facts/participation/applicationRules'
import { replyHash } from '../letter'
import type { ApplicationRow } from '../models/applications'
import { actionOf, can } from '../policy'
import { type ApplicationContext, faultsBefore, viewOf } from '../caseFile'
import { APPLICATION_STATES, stepsIn } from '../states'
import { archiveList } from '../archive'
import { type ApplicationKeys, codeOf } from '../vault'
import { presentPapers } from './papers'

function summaryOf(row: ApplicationRow, orgName: string, now: Date): ApplicationSummary {
  const { _id, number, orgCode, items, state, receivedOn, dueOn, open } = row
  return {
    id: _id,
    number,
    orgCode,
    orgName,
    title: items[0]?.asked ?? number,
    state,
    stateLabel: APPLICATION_STATES[state].label,
    receivedOn,
    dueOn,
    daysLeft: open && dueOn !== null ? daysBetween(chinaDate(now), dueOn) : null,
  }
}

export const presentApplications = (
  { rows, nextCursor }: { rows: readonly ApplicationRow[]; nextCursor: string | null },
  names: ReadonlyMap<string, string>,
  now: Date,
): ApplicationList => ({
  items: rows.map(row => summaryOf(row, names.get(row.orgCode) ?? row.orgCode, now)),
  nextCursor,
})

/** How to complain or sue: of a reply as it says itself; of silence past the last day by 行政复议法 §23(1)(3). */
function remedyOf({ application, desk }: ApplicationContext, now: Date): string {
  const { open, remedy, dueOn } = application
  if (!open) return remedy
  if (dueOn === null || chinaDate(now) <= dueOn) return ''
  const to = desk.reviewBody === '' ? '上一级行政机关' : desk.reviewBody
  return `已经过了答复的最后一天。您可以先向${to}申请行政复议（从期满之日起 60 日内）；对复议决定不服的，再向人民法院起诉。`
}

/** The reply is signed: what it gives is the applicant's. */
const isAnswered = ({ signerId }: ApplicationRow): boolean => signerId !== null
/** Events of the clock with which it stops 停表. */
const STOPS: readonly string[] = ['correction-notified', 'opinion-sought', 'fee-notified']

/** Presents how far an application is, without a word on who applies or what is asked. */
export function presentProgress(
  work: ApplicationContext,
  keys: ApplicationKeys,
  now: Date,
): ApplicationProgress {
  const { application, org, events } = work
  const { number, state, open, dueOn, dueWords } = application
  const fact = APPLICATION_STATES[state]
  return {
    number,
    orgName: org.name,
    stateLabel: fact.label,
    next: fact.next,
    open,
    dueOn,
    dueWords,
    history: events
      .filter(({ shown }) => shown)
      .map(({ at, label, by, note, clock }) => ({
        at: at.toISOString(),
        label,
        by: by === 'applicant' ? '申请人' : org.name,
        text: note === '' ? null : note,
        stops: clock.some(({ type }) => STOPS.includes(type)),
      })),
    remedy: remedyOf(work, now),
    papers: isAnswered(application) ? presentPapers(work.papers, keys, now) : [],
    contacts: presentContacts(org),
  }
}

function stepsOf(work: ApplicationContext, actor: Actor, now: Date): ApplicationStep[] {
  const view = viewOf(work, now)
  const mayActivate = work.similar.some(({ proposed, dueOn }) => proposed || dueOn !== null)
  return stepsIn(work.application.state).filter(
    step => (step !== 'activate' || mayActivate) && can(actor, actionOf(step), view),
  )
}

/** Items for the applicant before the reply: what was asked and nothing of the work on it. */
const askedOnly = ({ items }: ApplicationRow) => items.map(({ id, asked }) => ({ id, asked }))

/** What the desk alone sees of a case, and the lawyer. */
function deskPart(work: ApplicationContext, keys: ApplicationKeys, now: Date) {
  const { application, desk, papers } = work
  const faults = application.letter === '' ? [] : faultsBefore(work, null, now).faults
  return {
    same: application.same,
    hash: replyHash(work),
    faults: faults.map(({ severity, message }) => ({ severity, message })),
    papers: presentPapers(papers, keys, now),
    archive: archiveList(work, now),
    remedies: application.remedies ?? [],
    similar: work.similar,
    desk: { reviewBody: desk.reviewBody, court: desk.court, searchPlaces: desk.searchPlaces },
  }
}

const NO_DESK = {
  same: null,
  hash: '',
  faults: [],
  papers: [],
  archive: [],
  remedies: [],
  similar: [],
  desk: null,
}

/** Presents an application to its applicant or to the desk; the code only to them, the lawyer has no use for it. */
export function presentApplication(
  work: ApplicationContext,
  { actor, keys, now }: { actor: Actor; keys: ApplicationKeys; now: Date },
): ApplicationPage {
  const { application, org } = work
  const isDesk = can(actor, 'application.list', actingTarget(org))
  const mayHandOut = application.userId === actor.id || can(actor, 'application.receive', actingTarget(org))
  const isTold = isDesk || !application.open
  const { handlerId, letter, remedy, door, applicant, version, redoOf = null } = application
  return {
    application: summaryOf(application, org.name, now),
    version,
    progress: presentProgress(work, keys, now),
    code: mayHandOut ? codeOf(keys, application._id) : '',
    doorLabel: doorOf(door).label,
    applicant,
    redoOf,
    items: isTold ? application.items.map(item => ({ ...item })) : askedOnly(application),
    letter: isTold ? letter : '',
    remedy: isTold ? remedy : '',
    ...(isDesk ? deskPart(work, keys, now) : NO_DESK),
    steps: stepsOf(work, actor, now).filter(step => step !== 'review' || handlerId !== actor.id),
  }
}
