import { trusted } from 'mongoose'
import { ROLES, roleLabel } from '@shared/facts/people/roles'
import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import { lastDay } from '@server/domain/term'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked } from '@server/people/todos'
import type { Actor } from '@server/platform/access/actor'
import { chinaDate } from '@shared/common/period'
import { type OrgRow, orgTarget } from '@server/people/orgs'
import { RoleGrants, type RoleGrantRow } from '../models/roleGrants'
import { Users, type UserRow } from '../models/users'
import { can } from '../policy'

const DAY_MS = 24 * 3600_000
const STAFF_ROLES = ROLES.filter(({ side }) => side !== 'resident').map(({ role }) => role)

async function namesOf(db: Db, grants: readonly RoleGrantRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(grants.map(({ userId }) => userId))]
  const users = await db
    .of(Users)
    .find({ _id: trusted({ $in: ids }) }, { name: 1 })
    .lean<Pick<UserRow, '_id' | 'name'>[]>()
    .exec()
  return new Map(users.map(({ _id, name }) => [_id, name]))
}

const follows = (later: RoleGrantRow, row: RoleGrantRow) =>
  later._id !== row._id &&
  later.userId === row.userId &&
  later.orgCode === row.orgCode &&
  later.role === row.role &&
  (later.to === null || later.to > row.to!)

/** Leaves out the terms that another one of the same role follows. */
async function notRenewed(db: Db, ending: readonly RoleGrantRow[]): Promise<RoleGrantRow[]> {
  const ids = [...new Set(ending.map(({ userId }) => userId))]
  const all = await db
    .of(RoleGrants)
    .find({ userId: trusted({ $in: ids }), revokedAt: null })
    .lean<RoleGrantRow[]>()
    .exec()
  return ending.filter(row => !all.some(other => follows(other, row)))
}

/** Checks that the person grants roles there, and so renews them. */
const renews = (actor: Actor, org: OrgRow): boolean =>
  can(actor, 'grant.give', { userId: '', org: orgTarget(org) })

/** Returns the grants that wait for this administrator's word. */
async function unconfirmedTodos(db: Db, { actor, orgs }: TodosAsked): Promise<TodoRow[]> {
  const listed = orgs.filter(org => can(actor, 'grant.list', orgTarget(org)))
  if (listed.length === 0) return []
  const places = new Map(listed.map(org => [org._id, orgTarget(org)]))
  const rows = await db
    .of(RoleGrants)
    .find({ orgCode: trusted({ $in: [...places.keys()] }), unconfirmed: true, revokedAt: null })
    .limit(MOST_OF_A_KIND)
    .lean<RoleGrantRow[]>()
    .exec()
  const mine = rows.filter(({ orgCode, userId, role, grantedBy = '' }) =>
    can(actor, 'grant.confirm', { userId, role, grantedBy, org: places.get(orgCode)! }),
  )
  const names = await namesOf(db, mine)
  return mine.map(({ _id, userId, orgCode, role, from }) => ({
    kind: 'grant',
    subject: _id,
    orgCode,
    title: `${names.get(userId) ?? ''}的${roleLabel(role)}任职待确认`,
    stage: '另一位管理员已经授予',
    step: '核对后确认',
    dueOn: chinaDate(from),
  }))
}

/**
 * Returns the grants to confirm, and the terms that end soon and that nothing follows: for the administrator who renews,
 * and for the person.
 */
export async function grantTodos(db: Db, asked: TodosAsked): Promise<TodoRow[]> {
  return [...(await unconfirmedTodos(db, asked)), ...(await endingTodos(db, asked))]
}

async function endingTodos(db: Db, { actor, orgs, at }: TodosAsked): Promise<TodoRow[]> {
  const until = new Date(at.getTime() + ACCOUNT_SECURITY.renewal.days * DAY_MS)
  const kept = new Set(orgs.filter(org => renews(actor, org)).map(({ _id }) => _id))
  const scope = {
    role: trusted({ $in: STAFF_ROLES }),
    revokedAt: null,
    unconfirmed: trusted({ $ne: true }),
    to: trusted({ $gt: at, $lte: until }),
  }
  const find = (filter: object) =>
    db
      .of(RoleGrants)
      .find({ ...scope, ...filter })
      .limit(MOST_OF_A_KIND)
      .lean<RoleGrantRow[]>()
      .exec()
  const rows = kept.size > 0 ? await find({ orgCode: trusted({ $in: [...kept] }) }) : []
  const own = (await find({ userId: actor.id })).filter(({ orgCode }) => !kept.has(orgCode))
  const ending = await notRenewed(db, [...rows, ...own])
  const names = await namesOf(db, ending)
  return ending.map(({ _id, userId, orgCode, role, to }) => {
    const mine = userId === actor.id
    const who = mine ? '您' : (names.get(userId) ?? '')
    const title = `${who}的${roleLabel(role)}任期快满`
    const step = mine ? '出示任职码' : '续任'
    return {
      kind: 'grant',
      subject: _id,
      orgCode,
      title,
      stage: mine ? '请安全管理员续任' : '没有续任',
      step,
      dueOn: lastDay(to),
    }
  })
}
