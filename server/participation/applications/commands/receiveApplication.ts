import type { Authorised } from '@server/platform/access/caller'
import { AppError, conflict, requirementsUnmet } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import type { ClockEvent } from '@server/domain/application'
import { maskName } from '@server/domain/privacy'
import { activeHolidays } from '@server/disclosure/holidays'
import type { OrgRow } from '@server/people/orgs'
import { chinaDate } from '@shared/common/period'
import type { ReceiveApplication } from '@shared/contract/participation/application'
import { APPLICATION_RULES, doorOf } from '@shared/facts/participation/applicationRules'
import { normalForm } from '../queries/applications'
import { type ApplicationKeys, personHash } from '../vault'
import { Applications, type ApplicationRow } from '../models/applications'
import { coverApplicant } from './coverApplicant'
import { openCase } from './openCase'

const TAIL = 4
const DAY = 86_400_000
const AT_THE_COUNTER: readonly string[] = ['in-person', 'oral']

/** The event with which the clock begins; a platform's confirmation is its own. */
function receiptOf({ door }: ReceiveApplication, on: string): ClockEvent {
  const { receipt } = doorOf(door)
  return { type: receipt, on, channel: door } as ClockEvent
}

/**
 * Finds an open application of the same person for the same, through whatever door. An account is asked about its own alone:
 * another's identity must not be a way to learn of an application.
 */
async function sameBefore(tx: Tx, row: Pick<ApplicationRow, 'orgCode' | 'personHash' | 'userId' | 'asked'>) {
  const scope = row.userId === null ? { personHash: row.personHash } : { userId: row.userId }
  const rows = await tx
    .of(Applications)
    .find({ orgCode: row.orgCode, ...scope })
    .lean<ApplicationRow[]>()
    .exec()
  return rows.find(one => one.asked === row.asked && one.open) ?? null
}

/** @throws AppError 429 `application-limit` */
async function refuseFlood(tx: Tx, userId: string): Promise<void> {
  const rows = await tx
    .of(Applications)
    .find({ userId }, { createdAt: 1 })
    .lean<{ createdAt: Date }[]>()
    .exec()
  const today = rows.filter(({ createdAt }) => tx.now.getTime() - createdAt.getTime() < DAY)
  if (today.length >= APPLICATION_RULES.perPersonADay) throw new AppError(429, 'application-limit')
}

/** @throws AppError 422 for a day to come, and for an oral application that was not read back */
function refuseUnsound({ door, on, readBack }: ReceiveApplication, today: string): void {
  const issues = [
    ...(on !== undefined && on > today
      ? [{ code: 'future-day', field: 'on', message: '收到的日期不能晚于今天。' }]
      : []),
    ...(door === 'oral' && !readBack
      ? [
          {
            code: 'application-not-read-back',
            field: 'readBack',
            message: '口头申请要先念给申请人听，申请人同意了再收。',
          },
        ]
      : []),
  ]
  if (issues.length > 0) throw requirementsUnmet(issues)
}

/** @throws AppError 409 `application-exists` unless the person asks again knowingly */
function refuseSame(same: Pick<ApplicationRow, 'number'> | null, again: boolean | undefined): void {
  if (!same || again) return
  throw conflict('application-exists', `同样的内容已经申请过，编号 ${same.number}，还在办理。`)
}

/**
 * Receives an application 收到申请: number, first event of the clock, sealed identity, messages and audit entry. Returns its id.
 * @throws AppError 409 `application-exists`; 429 `application-limit`; 422
 */
export async function receiveApplication(
  tx: Tx,
  by: Authorised<'application.submit' | 'application.receive'>,
  { keys, org, input }: { keys: ApplicationKeys; org: OrgRow; input: ReceiveApplication },
): Promise<string> {
  const today = chinaDate(tx.now)
  refuseUnsound(input, today)
  const byApplicant = by.action === 'application.submit'
  const userId = byApplicant ? by.actor.id : null
  if (userId !== null) await refuseFlood(tx, userId)
  const { door, name, proof, proofNumber, phone, address, again } = input
  const tail = proofNumber.slice(-TAIL).toUpperCase()
  const asked = input.items.map(item => coverApplicant(item, input, today))
  const scope = {
    orgCode: org._id,
    userId,
    personHash: personHash(keys, org._id, name, tail),
    asked: normalForm(asked),
    itemKeys: asked.map(item => normalForm([item])),
  }
  const same = await sameBefore(tx, scope)
  refuseSame(same, again)
  const on = byApplicant ? today : (input.on ?? today)
  return openCase(tx, by, {
    keys,
    asked: {
      ...scope,
      door,
      state: doorOf(door).receipt === 'arrived' ? 'arrived' : 'examining',
      applicantKind: input.applicantKind,
      applicant: input.applicantKind === 'natural' ? maskName(name) : '某单位',
      form: input.form,
      way: input.way,
      landOrHouse: input.landOrHouse,
      same: same?.number ?? null,
      items: asked.map((text, at) => ({ id: String(at + 1), asked: text, numbers: numbersIn(text) })),
    },
    clock: [receiptOf(input, on)],
    holidays: await activeHolidays(tx),
    event: {
      step: 'receive',
      label: `收到申请：${doorOf(door).label}`,
      by: byApplicant ? 'applicant' : by.actor.id,
    },
    identity: {
      name,
      proof,
      proofNumber: AT_THE_COUNTER.includes(door) ? tail : proofNumber,
      phone,
      address,
    },
  })
}

/** Document numbers 文号 that the applicant named: 陕政土批〔2009〕88号. */
const numbersIn = (text: string): string[] =>
  text.match(/[一-龥]{2,12}[〔（([［]\d{4}[〕）)\]］]\s*\d{1,5}\s*号/g) ?? []
