import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import type { ClockEvent } from '@server/domain/application'
import { chinaDate } from '@shared/common/period'
import type { ApplicationContext } from '../caseFile'
import { clockFields } from '../clock'
import {
  ApplicantVaults,
  type ApplicantVaultRow,
  ApplicationEvents,
  Applications,
  type ApplicationRow,
} from '../models/applications'
import { type ApplicationKeys, openIdentity, sealIdentity } from '../vault'
import { follow } from './follow'
import { nextNumber } from './receiveApplication'
import { unnamed } from './unnamed'

interface Redo {
  keys: ApplicationKeys
  /** Day on which the decision arrived. */
  on: string
  until: string | undefined
}

/** What a case answered again has not got yet. */
const BLANK = {
  letter: '',
  remedy: '',
  lateReason: '',
  headReason: '',
  handlerId: null,
  signerId: null,
  lawyer: null,
  deliveries: [],
} as const

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
  const { remedies: _remedies, ...kept } = first
  const clock: ClockEvent[] = [
    { type: 'submitted', on, channel: 'in-person' },
    ...(until === undefined ? [] : [{ type: 'delayed-to' as const, on, until }]),
  ]
  const _id = newId('app')
  const row: ApplicationRow = {
    ...kept,
    ...BLANK,
    deliveries: [],
    _id,
    number: await nextNumber(tx, first.orgCode, chinaDate(tx.now)),
    redoOf: first.number,
    state: 'examining',
    version: 1,
    items: first.items.map(({ id, asked, numbers }) => ({ id, asked, numbers })),
    ...clockFields(clock, holidays),
    open: true,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  await tx.of(Applications).create([row])
  const sealed = await tx.of(ApplicantVaults).findById(first._id).lean<ApplicantVaultRow>().exec()
  if (sealed) {
    const identity = openIdentity(keys, first._id, sealed)
    await tx.of(ApplicantVaults).create([{ _id, ...sealIdentity(keys, _id, identity) }])
  }
  await tx.of(ApplicationEvents).create([
    {
      _id: newId('ape'),
      applicationId: _id,
      version: 1,
      step: 'redo',
      label: `重新答复：原编号 ${first.number}`,
      clock,
      by: by.actor.id,
      note: '',
      shown: true,
      at: tx.now,
    },
  ])
  await follow(tx, row)
  await audit(tx, unnamed(by, row), { orgCode: row.orgCode, id: _id }, { number: row.number })
}
