import { type AuditRow, newId } from '../store/collections'
import type { Services } from '../services'

export type AuditFacts = Omit<AuditRow, '_id' | 'at' | 'path'>

/** Adds one entry to the audit log, in the caller's transaction where there is one. */
export async function writeAudit(
  { models, clock }: Pick<Services, 'models' | 'clock'>,
  facts: AuditFacts,
): Promise<void> {
  const org = facts.orgCode ? await models.orgs.findById(facts.orgCode, { path: 1 }).lean().exec() : null
  await models.auditEntries.create([
    {
      _id: newId('aud'),
      at: clock.now(),
      ...facts,
      path: org?.path ?? (facts.orgCode ? [facts.orgCode] : []),
    },
  ])
}
