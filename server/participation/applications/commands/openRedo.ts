import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { ClockEvent } from '@server/domain/application'
import type { ApplicationContext } from '../caseFile'
import { ApplicantVaults, type ApplicantVaultRow } from '../models/applications'
import { type ApplicationKeys, openIdentity } from '../vault'
import { openCase } from './openCase'

interface Redo {
  keys: ApplicationKeys
  /** Day on which the decision arrived. */
  on: string
  until: string | undefined
}

/**
 * Opens the linked case of a corrected reply 责令重新答复: same applicant, same items, its clock from the day on which the decision arrived.
 * It has a number of its own and counts as no new application.
 */
export async function openRedo(
  tx: Tx,
  by: Authorised<`application.${string}`>,
  { application: first, holidays }: ApplicationContext,
  { keys, on, until }: Redo,
): Promise<void> {
  const { orgCode, userId, personHash, door, applicantKind, applicant, form, way, landOrHouse, same } = first
  const clock: ClockEvent[] = [
    { type: 'submitted', on, channel: 'in-person' },
    ...(until === undefined ? [] : [{ type: 'delayed-to' as const, on, until }]),
  ]
  const sealed = await tx.of(ApplicantVaults).findById(first._id).lean<ApplicantVaultRow>().exec()
  await openCase(tx, by, {
    keys,
    asked: {
      ...{ orgCode, userId, personHash, door, applicantKind, applicant, form, way, landOrHouse, same },
      asked: first.asked,
      ...(first.itemKeys && { itemKeys: first.itemKeys }),
      state: 'examining',
      items: first.items.map(({ id, asked, numbers }) => ({ id, asked, numbers })),
      redoOf: first.number,
    },
    clock,
    holidays,
    event: { step: 'redo', label: `重新答复：原编号 ${first.number}`, by: by.actor.id },
    identity: sealed && openIdentity(keys, first._id, sealed),
  })
}
