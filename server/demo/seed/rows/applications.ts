import { addDays, PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import type { ClockEvent } from '@server/domain/application'
import { chinaDate } from '@shared/common/period'
import { clockFields } from '@server/participation/applications/clock'
import type {
  ApplicationEventRow,
  ApplicationRow,
} from '@server/participation/applications/models/applications'
import { normalForm } from '@server/participation/applications/queries/applications'
import { seedId } from '../ids'
import { SEED_STREETS } from '../orgs'

export interface SeededApplications {
  applications: ApplicationRow[]
  events: ApplicationEventRow[]
  counters: { _id: string; last: number }[]
}

const DAYS_AGO = 6
const ASKED = ['2024年征收土地公告和补偿安置方案', '2025年道路维修项目的验收材料']

/** One application 依申请公开 at the counter of the first street, some days old; its sealed identity is not part of the demonstration. */
export function seedApplications(now: Date): SeededApplications {
  const orgCode = SEED_STREETS[0]!.code
  const on = addDays(chinaDate(now), -DAYS_AGO)
  const at = new Date(`${on}T10:00:00+08:00`)
  const year = on.slice(0, 4)
  const _id = seedId('app', orgCode, 1)
  const clock: ClockEvent[] = [{ type: 'submitted', on, channel: 'in-person' }]
  const row: ApplicationRow = {
    _id,
    number: `${year}-${orgCode}-0001`,
    orgCode,
    door: 'in-person',
    state: 'examining',
    version: 1,
    applicantKind: 'natural',
    applicant: '示*',
    personHash: '0'.repeat(64),
    userId: null,
    form: 'paper',
    way: 'collect',
    landOrHouse: true,
    same: null,
    items: ASKED.map((asked, index) => ({ id: String(index + 1), asked, numbers: [] })),
    asked: normalForm(ASKED),
    letter: '',
    remedy: '',
    lateReason: '',
    headReason: '',
    handlerId: null,
    signerId: null,
    lawyer: null,
    deliveries: [],
    ...clockFields(clock, PUBLISHED_HOLIDAYS),
    open: true,
    createdAt: at,
    updatedAt: at,
  }
  const event: ApplicationEventRow = {
    _id: seedId('ape', orgCode, 1),
    applicationId: _id,
    version: 1,
    step: 'receive',
    label: '收到申请：当面递交',
    clock,
    by: 'demo',
    note: '',
    shown: true,
    at,
  }
  return { applications: [row], events: [event], counters: [{ _id: `${orgCode}-${year}`, last: 1 }] }
}
