import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict } from '@server/platform/errors'
import { changed, newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import type { ApplicationState } from '@shared/contract/participation/application'
import { type ApplicationContext, clockOf } from '../caseFile'
import { clockFields } from '../clock'
import { ApplicationPapers } from '../models/applicationPapers'
import {
  ApplicantVaults,
  type ApplicantVaultRow,
  ApplicationEvents,
  Applications,
} from '../models/applications'
import { type ApplicationKeys, openIdentity } from '../vault'
import { coverApplicant } from './coverApplicant'
import type { Effect } from './effects'
import { follow } from './follow'
import { unnamed } from './unnamed'

/** Returns what covers the applicant in words that are stored; after the erasure only numbers are known. */
export async function coverOf(tx: Tx, keys: ApplicationKeys, id: string, today: string) {
  const row = await tx.of(ApplicantVaults).findById(id).lean<ApplicantVaultRow>().exec()
  const known = row ? openIdentity(keys, id, row) : { name: '', proofNumber: '', phone: '', address: '' }
  return (text: string) => coverApplicant(text, known, today)
}

/** A step that was judged and worked out. */
interface Worked {
  step: string
  label: string
  /** State afterwards. */
  state: ApplicationState
  effect: Effect
  cover: (text: string) => string
}

/**
 * Stores one step of an application: compare-and-set on id and version, one immutable event, the clock computed again, messages and
 * one audit entry.
 * @throws AppError 409 `application-changed`
 */
export async function recordStep(
  tx: Tx,
  by: Authorised<`application.${string}`>,
  { application, events, holidays }: ApplicationContext,
  { step, label, state, effect, cover }: Worked,
): Promise<void> {
  const { _id, version, orgCode, number } = application
  const { clock = [], set = {}, note = '', shown = false, dropped } = effect
  const next = {
    ...set,
    ...clockFields([...clockOf(events), ...clock], holidays),
    state,
    version: version + 1,
    updatedAt: tx.now,
  }
  const { modifiedCount } = await tx.of(Applications).updateOne({ _id, version }, changed(next))
  if (modifiedCount !== 1) throw conflict('application-changed')
  if (dropped !== undefined) await tx.of(ApplicationPapers).deleteOne({ _id: dropped })
  await tx.of(ApplicationEvents).create([
    {
      _id: newId('ape'),
      applicationId: _id,
      version: next.version,
      step,
      label,
      clock,
      by: application.userId === by.actor.id ? 'applicant' : by.actor.id,
      note: cover(note),
      shown,
      at: tx.now,
    },
  ])
  await follow(tx, { ...application, ...next })
  await audit(tx, unnamed(by, application), { orgCode, id: _id }, { number, step, version: next.version })
}
