import { fieldHash } from '../fieldHash'
import type { ComparedField } from '@shared/contract/disclosure/presentation'
import { discrepancyStateLabel, discrepancyStep } from '../states'
import { foldWords } from '@shared/presentation/foldWords'
import { periodLabel } from '@shared/common/period'
import {
  DiscrepancyAbility,
  type DiscrepancyList,
  type DiscrepancyPage,
  type DiscrepancyRow as FindingView,
  type DiscrepancyStep,
  type PublicDiscrepancy,
} from '@shared/contract/disclosure/discrepancy'
import type { DiscrepancyRows, DiscrepancyWithEvents, DiscrepancyContext } from '../queries/discrepancies'
import type { DiscrepancyEventRow, DiscrepancyRow } from '../models/discrepancies'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import {
  stateLabel,
  transition,
  noticeTarget,
  standingOf,
  can as canNotice,
} from '@server/disclosure/notices'
import { orgTarget, type OrgRow } from '@server/people/orgs'

/** Public: an event with the name of the body, never of a person. */
const presentStep = ({ event, label, body, text, correctBy, at }: DiscrepancyEventRow): DiscrepancyStep => ({
  event,
  label,
  body,
  text,
  correctBy,
  at: at.toISOString(),
})

const same = (text: string): string => text

const presentDifference = (row: DiscrepancyRow, words: (text: string) => string = same) => ({
  kind: row.kind,
  severity: row.severity,
  field: row.field,
  label: words(row.label),
  village: row.village && words(row.village),
  government: row.government && words(row.government),
  message: words(row.message),
})

/** The comparison next to which a discrepancy is shown; `folded`: a publicity period is over. */
interface Beside {
  folded: boolean
  fields: readonly ComparedField[]
}

/** Returns the rows that are the cause of a list's discrepancy, while they are public. */
const causesOf = ({ field, kind }: DiscrepancyRow, { folded, fields }: Beside): ComparedField[] =>
  folded || kind !== 'row'
    ? []
    : fields.filter(
        ({ id, status }) =>
          id.includes('/row/') &&
          status !== 'same' &&
          fieldHash(`${id.slice(0, id.indexOf('/'))}/rows`) === field,
      )

/** Public: a discrepancy as 对照 shows it, without names once a publicity period is over. */
export const presentPublicDiscrepancy = (
  { discrepancy, events }: DiscrepancyWithEvents,
  beside: Beside,
): PublicDiscrepancy => ({
  ...presentDifference(discrepancy, beside.folded ? foldWords : same),
  rows: causesOf(discrepancy, beside),
  id: discrepancy._id,
  state: discrepancy.state,
  stateLabel: discrepancyStateLabel(discrepancy.state),
  steps: events.map(presentStep),
})

/** Returns what role and state together allow the actor to do now. */
const abilitiesOf = (actor: Actor, { state }: DiscrepancyRow, village: OrgRow): DiscrepancyAbility[] =>
  DiscrepancyAbility.options.filter(
    ability =>
      discrepancyStep(state, ability) !== null && can(actor, `discrepancy.${ability}`, orgTarget(village)),
  )

const presentRow = (row: DiscrepancyRow, village: OrgRow, streetName: string, actor: Actor): FindingView => ({
  ...presentDifference(row),
  id: row._id,
  orgCode: row.orgCode,
  orgName: village.name,
  streetName,
  itemName: row.itemName,
  period: row.period,
  periodLabel: periodLabel(row.period),
  villageNoticeId: row.villageNoticeId,
  governmentNoticeId: row.governmentNoticeId,
  state: row.state,
  stateLabel: discrepancyStateLabel(row.state),
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
  abilities: abilitiesOf(actor, row, village),
})

/** Staff: discrepancies of a village or of all villages of a street. */
export const presentDiscrepancyList = (
  { rows, orgs, nextCursor }: DiscrepancyRows,
  actor: Actor,
): DiscrepancyList => ({
  items: rows.flatMap(row => {
    const village = orgs.get(row.orgCode)
    return village ? [presentRow(row, village, orgs.get(row.streetCode)?.name ?? '', actor)] : []
  }),
  nextCursor,
})

/** Returns the village's notice, and whether the actor may begin its correction now. */
function presentNotice({ notice, village }: DiscrepancyContext, actor: Actor): DiscrepancyPage['notice'] {
  const target = noticeTarget(notice, village)
  const correctable = transition(standingOf(notice, village), 'correct') !== null
  return {
    id: notice._id,
    title: notice.title,
    stateLabel: stateLabel(notice.state),
    version: notice.version,
    mayCorrect: correctable && canNotice(actor, 'notice.correct', target),
    mayRead: canNotice(actor, 'workbench.read', target),
  }
}

/** Staff: one discrepancy with all its events and their authors. */
export const presentDiscrepancyPage = (work: DiscrepancyContext, actor: Actor): DiscrepancyPage => ({
  discrepancy: presentRow(work.discrepancy, work.village, work.street.name, actor),
  steps: work.events.map(event => ({ ...presentStep(event), by: event.byName })),
  notice: presentNotice(work, actor),
})
