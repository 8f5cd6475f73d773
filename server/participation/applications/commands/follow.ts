import { addDays } from '@server/domain/deadline'
import { addJob } from '@server/platform/jobs/runner'
import type { Tx } from '@server/platform/store/db'
import { APPLICATION_RULES } from '@shared/facts/participation/applicationRules'
import type { ApplicationRow } from '../models/applications'

const startOf = (date: string): Date => new Date(`${date}T00:00:00+08:00`)

type Followed = Pick<ApplicationRow, '_id' | 'version' | 'state' | 'dueOn' | 'open'>

/** Queues what follows a change: messages, the reminder before the last day, the erasure of the identity. */
export async function follow(tx: Tx, { _id, version, state, dueOn, open }: Followed): Promise<void> {
  const data = { applicationId: _id, version }
  await addJob(tx, {
    kind: 'notify-application',
    key: `tell-application:${_id}:${version}`,
    dueAt: tx.now,
    data,
  })
  if (open && dueOn !== null) {
    await addJob(tx, {
      kind: 'remind-application',
      key: `remind-application:${_id}:${dueOn}`,
      dueAt: startOf(addDays(dueOn, -APPLICATION_RULES.remindDays)),
      data: { applicationId: _id, dueOn },
    })
  }
  if (state === 'archived' || state === 'lapsed' || state === 'withdrawn') {
    await addJob(tx, {
      kind: 'erase-applicant',
      key: `erase-applicant:${_id}:${version}`,
      dueAt: new Date(tx.now.getTime() + APPLICATION_RULES.identityDays * 86_400_000),
      data: { applicationId: _id },
    })
  }
}
