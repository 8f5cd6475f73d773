import type { Services } from '../services'
import { Orgs } from '@server/people/orgs/models/orgs'
import { AuditEntries, type AuditRow } from './auditEntries'
import { newId } from '../store/collection'

export type AuditFacts = Omit<AuditRow, '_id' | 'at' | 'path'>

/** Adds one audit entry, in the caller's transaction if there is one. */
export async function writeAudit(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  facts: AuditFacts,
): Promise<void> {
  const org = facts.orgCode ? await db.of(Orgs).findById(facts.orgCode, { path: 1 }).lean().exec() : null
  await db.of(AuditEntries).create([
    {
      _id: newId('aud'),
      at: clock.now(),
      ...facts,
      path: org?.path ?? (facts.orgCode ? [facts.orgCode] : []),
    },
  ])
}
