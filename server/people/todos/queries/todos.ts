import { trusted } from 'mongoose'
import { chinaDate } from '@shared/common/period'
import type { Actor } from '@server/platform/access/actor'
import type { Db } from '@server/platform/store/db'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { type DeskFact, desksOf } from '../desks'
import { type TodoRow, type TodosAsked, MOST_OF_A_KIND, todosOf } from '../todosOf'

/** A to-do with its organisation; `late`: its last day has passed. */
export interface NamedTodo extends TodoRow {
  id: string
  org: OrgRow
  /** Position of the organisation among those of the person. */
  orgIndex: number
  late: boolean
}

/** An organisation in which the person has a role, with its desks. */
export interface OwnDesks {
  org: OrgRow
  desks: DeskFact[]
}

export interface TodoRows {
  rows: NamedTodo[]
  /** Kinds of which more wait than were answered. */
  more: TodoRow['kind'][]
  places: OwnDesks[]
}

/** Loads the organisations in which a person works, with everything below them and merged into them. */
async function placesOf(db: Db, { roles }: Actor): Promise<OrgRow[]> {
  const codes = [...new Set(roles.filter(({ role }) => role !== 'villager').map(({ orgCode }) => orgCode))]
  if (codes.length === 0) return []
  const below = await db
    .of(Orgs)
    .find({ path: trusted({ $in: codes }) })
    .sort({ order: 1, _id: 1 })
    .lean<OrgRow[]>()
    .exec()
  const merged = await db
    .of(Orgs)
    .find({ 'mergedInto.code': trusted({ $in: codes }) })
    .lean<OrgRow[]>()
    .exec()
  return [...new Map([...below, ...merged].map(org => [org._id, org])).values()]
}

const idOf = ({ kind, subject }: TodoRow): string => `${kind}/${subject}`
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a

/**
 * Lists a notice in the stead of the obligation that it is written for, with the earlier of both last days. An obligation
 * whose notice waits for somebody else is not listed.
 */
function withoutTwins(rows: readonly TodoRow[]): TodoRow[] {
  const dueByNotice = new Map<string, string | null>()
  for (const { noticeId, dueOn } of rows) {
    if (noticeId) dueByNotice.set(noticeId, earlier(dueByNotice.get(noticeId) ?? null, dueOn))
  }
  return rows
    .filter(({ noticeId }) => !noticeId)
    .map(row =>
      row.kind === 'notice'
        ? { ...row, dueOn: earlier(row.dueOn, dueByNotice.get(row.subject) ?? null) }
        : row,
    )
}

function cappedKinds(rows: readonly TodoRow[]): TodoRow['kind'][] {
  const counts = new Map<TodoRow['kind'], number>()
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= MOST_OF_A_KIND).map(([kind]) => kind)
}

/** Returns the organisations in which the person has a staff role, with the pages that are open there. */
async function ownDesks(db: Db, { actor, orgs }: TodosAsked): Promise<OwnDesks[]> {
  const own = new Set(actor.roles.filter(({ role }) => role !== 'villager').map(({ orgCode }) => orgCode))
  const found: OwnDesks[] = []
  for (const org of orgs.filter(({ _id }) => own.has(_id))) {
    found.push({ org, desks: await desksOf(db, actor, org) })
  }
  return found
}

/** Collects from all rooms what waits for a person; the earliest last day first, then by organisation. */
export async function todoRows(db: Db, actor: Actor, at: Date): Promise<TodoRows> {
  const orgs = await placesOf(db, actor)
  if (orgs.length === 0) return { rows: [], more: [], places: [] }
  const asked: TodosAsked = { actor, at, today: chinaDate(at), orgs }
  const answers = (await db.ask(todosOf, asked)).flat()
  const indexes = new Map(orgs.map((org, index) => [org._id, index]))
  const rows = withoutTwins(answers).flatMap((row): NamedTodo[] => {
    const orgIndex = indexes.get(row.orgCode)
    if (orgIndex === undefined) return []
    const late = row.dueOn !== null && row.dueOn < asked.today
    return [{ ...row, org: orgs[orgIndex]!, orgIndex, id: idOf(row), late }]
  })
  return { rows, more: cappedKinds(answers), places: await ownDesks(db, asked) }
}
