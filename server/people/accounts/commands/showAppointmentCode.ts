import { randomInt } from 'node:crypto'
import { sha256Hex } from '@shared/common/hash'
import type { AppointmentCode } from '@shared/contract/people/grant'
import type { Authorised } from '@server/platform/access/caller'
import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { AppointmentCodes } from '../models/appointmentCodes'

const LIVES_MS = 10 * 60 * 1000
const CODES = 10 ** 8

/**
 * Makes an appointment code 任职码 of eight digits for the caller, in place of an earlier one. Runs in its own transaction: a
 * response with a code must not be stored.
 */
export async function showAppointmentCode(
  services: Services,
  { actor }: Authorised<'account.show-code'>,
): Promise<AppointmentCode> {
  const code = String(randomInt(CODES)).padStart(8, '0')
  const expiresAt = new Date(services.clock.now().getTime() + LIVES_MS)
  await inTransaction(services, async tx => {
    await tx.of(AppointmentCodes).deleteMany({ userId: actor.id })
    await tx.of(AppointmentCodes).create([{ _id: sha256Hex(code), userId: actor.id, expiresAt }])
  })
  return { code, expiresAt: expiresAt.toISOString() }
}
