import { foldWords } from '@shared/presentation/foldWords'
import { OBJECTION_WAYS, objectionKindLabel } from '@shared/facts/participation/objectionRules'
import { OBJECTION_STATES, isLate, objectionStateLabel, objectionTransition } from '../states'
import { viewTarget } from '@shared/presentation/objectionTarget'
import { chinaDate } from '@shared/common/period'
import { maskText } from '@server/domain/privacy/maskText'
import {
  type NoticeObjections,
  type ObjectionAbility,
  type ObjectionCounts,
  type ObjectionList,
  type ObjectionPage,
  type ObjectionSummary,
} from '@shared/contract/participation/objection'
import { isSelfGoverning, type Actor } from '@server/platform/access/actor'
import type { ObjectionRows, ObjectionContext } from '../queries/objections'
import { objectionView, can } from '../policy'
import type { ObjectionEventRow, ObjectionRow } from '../models/objections'
import { isOver, presentEdition } from '@server/disclosure/publications'
import { orgTarget, type OrgNames } from '@server/people/orgs'

/** Name shown to the public, and to handlers of an anonymous objection. */
const SOMEBODY = '一位村民'

const ABILITIES: readonly ObjectionAbility[] = [
  'answer',
  'release',
  'refuse',
  'settle',
  'escalate',
  'withdraw',
]

/** Lists what the actor may do now, by role, relation to the objection and state. */
function abilitiesOf(actor: Actor, work: ObjectionContext, now: Date): ObjectionAbility[] {
  const { objection, org } = work
  const standing = {
    state: objection.state,
    side: isSelfGoverning(orgTarget(org)) ? 'village' : 'government',
    late: isLate(objection.state, objection.dueAt, now),
  } as const
  return ABILITIES.filter(
    ability =>
      objectionTransition(standing, ability) !== null &&
      can(actor, `objection.${ability}`, objectionView(work)),
  )
}

/** Presents an objection in a list to the objector and staff. */
export const presentObjection = (row: ObjectionRow, orgName: string, now: Date): ObjectionSummary => ({
  id: row._id,
  number: row.number,
  noticeId: row.noticeId,
  noticeTitle: row.noticeTitle,
  orgCode: row.orgCode,
  orgName,
  place: row.place,
  kindLabel: objectionKindLabel(row.kind),
  state: row.state,
  stateLabel: objectionStateLabel(row.state),
  late: isLate(row.state, row.dueAt, now),
  dueOn: row.dueOn,
  ...(row.assumedYears && row.dueOn !== null && { assumedYears: row.assumedYears }),
  filedAt: row.filedAt.toISOString(),
  handlerCode: row.handlerCode,
})

export const presentObjections = (page: ObjectionRows, names: OrgNames, now: Date): ObjectionList => ({
  items: page.rows.map(row => presentObjection(row, names.get(row.orgCode) ?? row.orgCode, now)),
  nextCursor: page.nextCursor,
})

/** Returns the content at the target's place; null once the edition is gone or withdrawn. */
function cellsOf({ objection, published }: ObjectionContext, now: Date): string | null {
  if (!published || published.publication.withdrawn) return null
  const { blocks } = presentEdition(published, isOver(published.publication, now))
  return viewTarget(blocks, objection.target)?.cells ?? null
}

/** Returns 我 for the objector, otherwise the name unless the objection is anonymous. */
function byOf(objection: ObjectionRow, actor: Actor): string {
  if (objection.userId === actor.id) return '我'
  return objection.anonymous ? SOMEBODY : objection.name || SOMEBODY
}

const mayKnowElder = (objection: ObjectionRow, actor: Actor) =>
  objection.userId === actor.id || !objection.anonymous

/** Presents the whole objection to the objector and staff. */
export function presentObjectionPage(work: ObjectionContext, actor: Actor, now: Date): ObjectionPage {
  const { objection, org, handler, events } = work
  return {
    objection: {
      ...presentObjection(objection, org.name, now),
      edition: objection.edition,
      version: objection.version,
      cells: cellsOf(work, now),
      text: objection.text,
      covered: objection.covered,
      anonymous: objection.anonymous,
      wayLabel: OBJECTION_WAYS.find(({ code }) => code === objection.via)?.label ?? '',
      by: byOf(objection, actor),
      forElder: mayKnowElder(objection, actor) ? objection.elder : null,
      afterTime: objection.afterTime,
      handlerName: handler.name,
      dueWords: objection.dueWords,
      next: OBJECTION_STATES[objection.state].next,
    },
    history: events.map(({ at, label, byName, text }) => ({ at: at.toISOString(), label, by: byName, text })),
    contacts: handler.contacts.map(({ name, jobTitle, phone }) => ({
      name,
      jobTitle,
      phone,
    })),
    abilities: abilitiesOf(actor, work, now),
  }
}

/** Covers the text again on reading, since the detectors may have improved since it was stored; without names once folded. */
function covered(text: string, { now, folded }: Pick<PublicInput, 'now' | 'folded'>): string {
  const { text: masked } = maskText(text, 'all', chinaDate(now))
  return folded ? foldWords(masked) : masked
}

interface PublicInput {
  /** The publicity period of the notice is over: names leave objections and answers with those of the notice. */
  folded: boolean
  rows: readonly ObjectionRow[]
  events: readonly ObjectionEventRow[]
  counts: ObjectionCounts
  now: Date
}

/** Presents to the public the counts and the answered objections with their answers, without any name. */
export function presentNoticeObjections(input: PublicInput): NoticeObjections {
  const { rows, events, counts, folded } = input
  const answersOf = (id: string) =>
    events.flatMap(({ objectionId, event, body, publicText, at }) =>
      objectionId === id && event === 'answer' && publicText
        ? [{ by: body ?? '', text: covered(publicText, input), on: chinaDate(at) }]
        : [],
    )
  const answered = rows.filter(
    row => OBJECTION_STATES[row.state].counted !== null && answersOf(row._id).length > 0,
  )
  return {
    counts,
    items: answered.map(row => ({
      number: row.number,
      by: SOMEBODY,
      place: folded ? foldWords(row.place) : row.place,
      kindLabel: objectionKindLabel(row.kind),
      text: row.publicText && covered(row.publicText, input),
      filedOn: chinaDate(row.filedAt),
      answers: answersOf(row._id),
      stateLabel: objectionStateLabel(row.state),
    })),
  }
}
