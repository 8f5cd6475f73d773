import type { Services } from '../services'
import { defineQuestion } from '../events'
import { AuditEntries, type AuditRow } from './auditEntries'
import { newId } from '../store/collection'

export type AuditFacts = Omit<AuditRow, '_id' | 'at' | 'path'>

/** Asks for an organisation's path, from the root down to itself; null: unknown. */
export const pathOfOrg = defineQuestion<string, string[] | null>('pathOfOrg')

/** Adds one audit entry, in the caller's transaction if there is one. */
export async function writeAudit(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  facts: AuditFacts,
): Promise<void> {
  const [path] = facts.orgCode ? await db.ask(pathOfOrg, facts.orgCode) : [[]]
  await db.of(AuditEntries).create([
    {
      _id: newId('aud'),
      at: clock.now(),
      ...facts,
      path: path ?? [facts.orgCode],
    },
  ])
}
