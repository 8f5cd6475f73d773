import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict, unprocessable } from '@server/platform/errors'
import type { Db, Tx } from '@server/platform/store/db'
import { newId } from '@server/platform/store/collection'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { chinaDate } from '@shared/common/period'
import { orgMerged, orgMoved, unfinishedWork } from '../events'
import { OrgEvents, type OrgEventRow } from '../models/orgEvents'
import { nameKeysOf } from '@server/domain/search/nameKeys'
import { noteChanges } from './noteChanges'
import { Orgs, type OrgRow, type Successor } from '../models/orgs'

/** Day of a change and the document that approved it 批准文号. */
export interface Approval {
  day: string
  approval: string
}

/** @throws AppError 409 `org-merged` for an organisation that has become part of another */
export function requireStanding({ name, mergedInto }: OrgRow): void {
  if (mergedInto) throw conflict('org-merged', `${name}已并入${mergedInto.name}，请在${mergedInto.name}办。`)
}

function requireDay(tx: Tx, { day }: Approval): void {
  if (day > chinaDate(tx.now)) throw unprocessable('org-change-refused', '生效的日子还没有到，请到那天再办。')
}

async function noteEvent(
  tx: Tx,
  by: Authorised,
  { _id: orgCode }: OrgRow,
  event: Pick<OrgEventRow, 'kind' | 'from' | 'to'> & Approval,
): Promise<void> {
  const { id, name } = by.actor
  await tx.of(OrgEvents).create([{ _id: newId('oge'), orgCode, ...event, by: id, byName: name, at: tx.now }])
  await audit(tx, by, { orgCode, id: orgCode }, { ...event })
}

/**
 * Gives an organisation a new name 更名; the old one stays as a former name. Editions print the name of their day.
 * @throws AppError 409 `org-merged`; 422 `org-change-refused`
 */
export async function renameOrg(
  tx: Tx,
  by: Authorised<'org.rename'>,
  org: OrgRow,
  { name, ...approval }: { name: string } & Approval,
): Promise<void> {
  requireStanding(org)
  requireDay(tx, approval)
  if (name === org.name) throw unprocessable('org-change-refused', `它现在就叫“${name}”。`)
  const formerNames = [...(org.formerNames ?? []), { name: org.name, until: approval.day }]
  const nameKeys = nameKeysOf([name, ...formerNames.map(former => former.name)])
  await tx.of(Orgs).updateOne({ _id: org._id }, { $set: { name, formerNames, nameKeys } })
  await tx.of(Orgs).updateMany({ 'mergedInto.code': org._id }, { $set: { 'mergedInto.name': name } })
  await noteEvent(tx, by, org, { kind: 'rename', from: org.name, to: name, ...approval })
}

/**
 * Corrects a name that was written wrong: no event, no former name, but kept who changed it.
 * @throws AppError 409 `org-merged`
 */
export async function correctName(
  tx: Tx,
  by: Authorised<'org.rename'>,
  org: OrgRow,
  name: string,
): Promise<void> {
  requireStanding(org)
  const nameKeys = nameKeysOf([name, ...(org.formerNames ?? []).map(former => former.name)])
  await tx.of(Orgs).updateOne({ _id: org._id }, { $set: { name, nameKeys } })
  await noteChanges(tx, by, org._id, [{ field: 'name', from: org.name, to: name }])
  await audit(tx, by, { orgCode: org._id, id: org._id }, { from: org.name, to: name })
}

function mergerFault(org: OrgRow, into: OrgRow): string | null {
  if (org._id === into._id) return '不能并入自己。'
  if (!isVillage(org) || !isVillage(into)) return '只有村（社区）可以这样撤并。'
  return null
}

/** Follows a successor that changed itself: those merged into it before point at where it is now. */
const followSuccessor = (tx: Tx, code: string, set: Record<string, unknown>): Promise<unknown> =>
  tx.of(Orgs).updateMany({ 'mergedInto.code': code }, { $set: set })

/**
 * Merges a village into another 撤并. Its links, editions and codes keep answering; what it published is tended by the
 * other, its open obligations go there, its people's roles end.
 * @throws AppError 409 `org-merged`, `org-unfinished`; 422 `org-change-refused`
 */
export async function mergeOrg(
  tx: Tx,
  by: Authorised<'org.merge'>,
  { org, into }: { org: OrgRow; into: OrgRow },
  approval: Approval,
): Promise<void> {
  requireStanding(org)
  requireStanding(into)
  requireDay(tx, approval)
  const fault = mergerFault(org, into)
  if (fault) throw unprocessable('org-change-refused', fault)
  const unfinished = (await tx.ask(unfinishedWork, org._id)).flat()
  if (unfinished.length > 0) {
    throw conflict('org-unfinished', `${org.name}还有${unfinished.join('，')}，请先办完或取消。`)
  }
  const mergedInto: Successor = { code: into._id, name: into.name, path: into.path, day: approval.day }
  await tx.of(Orgs).updateOne({ _id: org._id }, { $set: { mergedInto } })
  const { code, name, path } = mergedInto
  await followSuccessor(tx, org._id, {
    'mergedInto.code': code,
    'mergedInto.name': name,
    'mergedInto.path': path,
  })
  await noteEvent(tx, by, org, { kind: 'merge', from: org.name, to: into._id, ...approval })
  await tx.emit(orgMerged, { org: { ...org, mergedInto }, into })
}

function moveFault(org: OrgRow, street: OrgRow): string | null {
  if (!isVillage(org)) return '只有村（社区）可以划到另一个街道（镇）。'
  if (!isStreet(street)) return '要划到一个街道（镇）。'
  return org.parentCode === street._id ? `它现在就属${street.name}。` : null
}

/**
 * Moves a village to another street 划转: its code, links and records stay, the new street guides it from now on.
 * @throws AppError 409 `org-merged`; 422 `org-change-refused`
 */
export async function moveOrg(
  tx: Tx,
  by: Authorised<'org.move'>,
  { org, street }: { org: OrgRow; street: OrgRow },
  approval: Approval,
): Promise<void> {
  requireStanding(org)
  requireDay(tx, approval)
  const fault = moveFault(org, street)
  if (fault) throw unprocessable('org-change-refused', fault)
  const place = { parentCode: street._id, path: [...street.path, org._id] }
  await tx.of(Orgs).updateOne({ _id: org._id }, { $set: place })
  await followSuccessor(tx, org._id, { 'mergedInto.path': place.path })
  await noteEvent(tx, by, org, { kind: 'move', from: org.parentCode ?? '', to: street._id, ...approval })
  await tx.emit(orgMoved, { org: { ...org, ...place } })
}

/** Returns the code of the organisation that acts for this one: its successor after a merger, else itself. */
export async function actingCode(db: Db, code: string): Promise<string> {
  const org = await db.of(Orgs).findById(code, { mergedInto: 1 }).lean<Pick<OrgRow, 'mergedInto'>>().exec()
  return org?.mergedInto?.code ?? code
}
