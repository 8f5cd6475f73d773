import type { Db, Tx } from '@server/platform/store/db'
import { OBJECTION_STATES, isWaiting, objectionStateLabel } from '../states'
import type { Role } from '@shared/contract/people/auth'
import type { ObjectionState } from '@shared/contract/participation/objection'
import { isSelfGoverning } from '@server/platform/access/actor'
import { requireObjection, type ObjectionContext } from '../queries/objections'
import type { Services } from '@server/platform/services'
import type { Job, JobHandler } from '@server/platform/jobs/runner'
import type { ObjectionRow } from '../models/objections'
import { orgTarget } from '@server/people/orgs'
import { notify } from '@server/people/messages'

/** Messages to the objector by new state; none for states the objector caused. */
const TOLD: Partial<Record<ObjectionState, string>> = {
  answered: '有了答复，请看看解决了没有',
  'town-answered': '街道（镇）有了答复，请看看解决了没有',
  'county-answered': '区县有了答复，请看看解决了没有',
  refused: '没有通过审核，请看原因，可以改了再提',
}

/** Returns the roles that must act, in line with server/participation/objections/policy. */
function handlersOf({ objection, org }: ObjectionContext): Role[] {
  const { level, state, via } = objection
  if (level === 'county') return ['district-office']
  if (level === 'town' || !isSelfGoverning(orgTarget(org))) return ['street-clerk', 'head']
  if (state === 'held') return ['supervisor']
  return via === 'supervisors' ? ['editor', 'head', 'supervisor'] : ['editor', 'head']
}

const titleOf = ({ number }: ObjectionRow) => `异议 ${number}`

async function tellObjector(tx: Tx, objection: ObjectionRow, text: string, key: string) {
  await notify(tx, {
    userIds: [objection.userId],
    kind: 'objection',
    title: titleOf(objection),
    text,
    link: `objection/${objection._id}`,
    dedupeKey: key,
  })
}

async function tellHandlers(tx: Tx, work: ObjectionContext, text: string, key: string) {
  const { objection, handler } = work
  for (const role of handlersOf(work)) {
    await notify(tx, {
      role,
      orgCode: handler._id,
      except: objection.userId,
      kind: 'work',
      title: titleOf(objection),
      text,
      link: `objection-answer/${objection._id}`,
      dedupeKey: key,
    })
  }
}

/** Loads the objection of a job; returns null when its version has changed since. */
async function meant(db: Db, { data }: Job): Promise<ObjectionContext | null> {
  const work = await requireObjection(db, String(data.objectionId))
  return work.objection.version === data.version ? work : null
}

/** Notifies the objector of an answer, and the staff who must act now. */
export const notifyObjectionJob: JobHandler<Services> = {
  run: async (tx, job) => {
    const work = await meant(tx, job)
    if (!work) return
    const { objection } = work
    const { _id, state, version, dueWords } = objection
    const key = `objection:${_id}:${version}`
    const news = TOLD[state]
    if (news) await tellObjector(tx, objection, news, key)
    if (isWaiting(state)) {
      await tellHandlers(tx, work, `${objectionStateLabel(state)}，等您办。${dueWords ?? ''}`, key)
    }
  },
}

/** Notifies after a missed answer deadline 答复到期: the objector of the next options, the handlers of the delay. */
export const answerDueJob: JobHandler<Services> = {
  run: async (tx, job) => {
    const work = await meant(tx, job)
    if (!work || !isWaiting(work.objection.state)) return
    const { _id, state, version } = work.objection
    const key = `answer-due:${_id}:${version}`
    await tellObjector(tx, work.objection, `过了答复的日子，还没有答复。${OBJECTION_STATES[state].next}`, key)
    await tellHandlers(tx, work, `${objectionStateLabel(state)}，已经过期，请尽快办`, key)
  },
}
