import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import type { ClockEvent } from '@server/domain/application'
import type { HolidayTable } from '@server/domain/deadline'
import { chinaDate } from '@shared/common/period'
import type { ApplicantIdentity } from '@shared/contract/participation/application'
import { clockFields } from '../clock'
import {
  ApplicantVaults,
  ApplicationCounters,
  ApplicationEvents,
  Applications,
  type ApplicationEventRow,
  type ApplicationRow,
} from '../models/applications'
import { type ApplicationKeys, sealIdentity } from '../vault'
import { follow } from './follow'
import { unnamed } from './unnamed'

const DIGITS = 4

/** Takes the body's next number of the year. */
async function nextNumber(tx: Tx, orgCode: string, today: string): Promise<string> {
  const year = today.slice(0, 4)
  const _id = `${orgCode}-${year}`
  await tx.of(ApplicationCounters).updateOne({ _id }, { $inc: { last: 1 } }, { upsert: true })
  const counter = await tx.of(ApplicationCounters).findById(_id).lean().exec()
  return `${year}-${orgCode}-${String(counter?.last ?? 1).padStart(DIGITS, '0')}`
}

/** What a case has not got when it is opened. */
const BLANK = {
  letter: '',
  remedy: '',
  lateReason: '',
  headReason: '',
  handlerId: null,
  signerId: null,
  lawyer: null,
} as const

type Asked = Pick<
  ApplicationRow,
  | 'orgCode'
  | 'userId'
  | 'personHash'
  | 'asked'
  | 'itemKeys'
  | 'door'
  | 'state'
  | 'applicantKind'
  | 'applicant'
  | 'form'
  | 'way'
  | 'landOrHouse'
  | 'same'
  | 'items'
  | 'redoOf'
>

interface NewCase {
  keys: ApplicationKeys
  asked: Asked
  clock: ClockEvent[]
  holidays: HolidayTable
  event: Pick<ApplicationEventRow, 'step' | 'label' | 'by'>
  /** Null: it was erased. */
  identity: ApplicantIdentity | null
}

/** Opens a case file: number, sealed identity, first event of the clock, messages and audit entry. Returns its id. */
export async function openCase(
  tx: Tx,
  by: Authorised<`application.${string}`>,
  { keys, asked, clock, holidays, event, identity }: NewCase,
): Promise<string> {
  const _id = newId('app')
  const row: ApplicationRow = {
    ...BLANK,
    ...asked,
    _id,
    number: await nextNumber(tx, asked.orgCode, chinaDate(tx.now)),
    version: 1,
    deliveries: [],
    ...clockFields(clock, holidays),
    open: true,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  await tx.of(Applications).create([row])
  if (identity) await tx.of(ApplicantVaults).create([{ _id, ...sealIdentity(keys, _id, identity) }])
  const first = {
    _id: newId('ape'),
    applicationId: _id,
    version: 1,
    clock,
    note: '',
    shown: true,
    at: tx.now,
  }
  await tx.of(ApplicationEvents).create([{ ...first, ...event }])
  await follow(tx, row)
  await audit(tx, unnamed(by, row), { orgCode: row.orgCode, id: _id }, { number: row.number })
  return _id
}
