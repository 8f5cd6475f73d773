import { periodLabel } from '@shared/common/period'
import type {
  ErasureExtent,
  RemovalAbility,
  RemovalPage,
  WorkRemoval,
} from '@shared/contract/disclosure/removal'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import type { LeakKind } from '@shared/contract/disclosure/noticeWorkflow'
import type { Actor } from '@server/platform/access/actor'
import type { LeakRecordRow } from '../models/leakRecords'
import type { RemovalRow } from '../models/removals'
import { can } from '../policy'
import { bodyOf } from '../bodyOf'
import type { RemovalPlace } from '../queries/removals'
import { removalWord, SIDES_NEEDED } from '../states'

function basisOf({ basis, reason }: RemovalRow): string {
  return basis ? `${basis.law}${basis.article}：${reason}` : reason
}

/** Public: what stays of a removed edition. */
export function presentRemoved(row: RemovalRow, names: ReadonlyMap<string, string>): RemovedNotice {
  const { kind, state, noticeId, edition, orgCode, category, matter, period, byName } = row
  const orgName = names.get(orgCode) ?? orgCode
  return {
    id: row._id,
    kind,
    state,
    word: removalWord(row),
    noticeId,
    edition,
    orgCode,
    orgName,
    category,
    matter,
    period,
    periodLabel: periodLabel(period),
    publishedAt: row.publishedAt.toISOString(),
    at: (kind === 'erasure' && row.decidedAt ? row.decidedAt : row.at).toISOString(),
    by: byName ? `${byName}（${orgName}）` : orgName,
    basis: basisOf(row),
    confirmBy: row.dueOn,
    ...(row.assumedYears && { assumedYears: row.assumedYears }),
    agreed: row.agreed.map(({ side, body, byName: by, at }) => ({ side, body, by, at: at.toISOString() })),
    outcome: row.outcome,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    ...(row.instead && { instead: row.instead }),
  }
}

/** Bodies whose word a waiting removal lacks. */
function waitsFor(place: RemovalPlace): string[] {
  const { row } = place
  if (row.state !== 'waiting') return []
  const missing = SIDES_NEEDED[row.kind].filter(side => !row.agreed.some(one => one.side === side))
  return missing.map(side => bodyOf(place, side))
}

function abilitiesOf({ row, target }: RemovalPlace, actor: Actor): RemovalAbility[] {
  if (row.state !== 'waiting') return []
  const spoke = row.agreed.some(({ by }) => by === actor.id)
  return [
    ...(can(actor, 'removal.agree', target) && !spoke ? (['agree', 'refuse'] as const) : []),
    ...(row.kind === 'erasure' && can(actor, 'removal.drop', target) ? (['drop'] as const) : []),
  ]
}

/** A removal for staff: whom it waits for, and what the actor may do. */
export const presentWork = (place: RemovalPlace, actor: Actor): WorkRemoval => ({
  ...presentRemoved(place.row, new Map([[place.org._id, place.org.name]])),
  version: place.row.version,
  waitsFor: waitsFor(place),
  abilities: abilitiesOf(place, actor),
})

interface Parts {
  extent: ErasureExtent | null
  leak: LeakRecordRow | null
}

/** One removal for staff. */
export const presentRemoval = (place: RemovalPlace, actor: Actor, { extent, leak }: Parts): RemovalPage => ({
  removal: presentWork(place, actor),
  extent,
  leak: leak && { leaked: leak.leaked as LeakKind[], persons: leak.persons, measures: leak.measures },
})
