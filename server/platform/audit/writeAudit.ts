import type { Authorised } from '../access/caller'
import { defineQuestion } from '../events'
import { AuditEntries, type AuditRow } from './auditEntries'
import { newId } from '../store/collection'
import type { Db, Tx, Writes } from '../store/db'

export type AuditFacts = Omit<AuditRow, '_id' | 'at' | 'path'>

/** Asks for an organisation's path, from the root down to itself; null: unknown. */
export const pathOfOrg = defineQuestion<string, string[] | null>('pathOfOrg')

/** Adds one entry to the audit log 操作日志. */
export async function writeAudit(
  store: Writes & Pick<Db, 'ask'>,
  at: Date,
  facts: AuditFacts,
): Promise<void> {
  const [path] = facts.orgCode ? await store.ask(pathOfOrg, facts.orgCode) : [[]]
  await store.of(AuditEntries).create([
    {
      _id: newId('aud'),
      at,
      ...facts,
      path: path ?? [facts.orgCode],
    },
  ])
}

/** Writes the audit entry of a command; the action is that of the proof unless the entry says it more exactly. */
export const audit = (
  tx: Tx,
  { actor, requestId, ...by }: Authorised,
  target: { orgCode: string; id: string },
  detail: AuditRow['detail'] = null,
  action: string = by.action,
): Promise<void> =>
  writeAudit(tx, tx.now, {
    outcome: 'done',
    actorId: actor.id,
    actorName: actor.name,
    action,
    orgCode: target.orgCode,
    targetId: target.id,
    requestId,
    detail,
  })
