import { trusted } from 'mongoose'
import { objectionKindLabel } from '@shared/facts/participation/objectionRules'
import type { Db } from '@server/platform/store/db'
import { MOST_OF_A_KIND, type TodoRow, type TodosAsked } from '@server/people/todos'
import { actingTarget, type OrgRow } from '@server/people/orgs'
import { Notices, type NoticeRow } from '@server/disclosure/notices'
import { Objections, type ObjectionRow } from '../models/objections'
import { can, objectionView } from '../policy'
import { objectionStateLabel } from '../states'

async function writersOfNotices(db: Db, rows: readonly ObjectionRow[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(rows.map(({ noticeId }) => noticeId))]
  const found = await db
    .of(Notices)
    .find({ _id: trusted({ $in: ids }) }, { writers: 1 })
    .lean<Pick<NoticeRow, '_id' | 'writers'>[]>()
    .exec()
  return new Map(found.map(({ _id, writers }) => [_id, writers]))
}

const STEPS = {
  release: '审核文字',
  answer: '答复',
} as const

function todoOf(objection: ObjectionRow, step: keyof typeof STEPS): TodoRow {
  const { _id, orgCode, noticeTitle, kind, number, state, dueOn, assumedYears } = objection
  const title = `${noticeTitle}：${objectionKindLabel(kind)}（${number}）`
  const stage = objectionStateLabel(state)
  return { kind: 'objection', subject: _id, orgCode, title, stage, step: STEPS[step], dueOn, assumedYears }
}

/** Returns the objections that a person may answer, or whose text the person may review; the earliest last day first. */
export async function objectionTodos(db: Db, { actor, orgs }: TodosAsked): Promise<TodoRow[]> {
  const roots = [...new Set(actor.roles.map(({ orgCode }) => orgCode))]
  const rows = await db
    .of(Objections)
    .find({ path: trusted({ $in: roots }), waiting: true })
    .sort({ dueAt: 1, _id: 1 })
    .limit(MOST_OF_A_KIND)
    .lean<ObjectionRow[]>()
    .exec()
  const places = new Map<string, OrgRow>(orgs.map(org => [org._id, org]))
  const handlers = new Map<string, OrgRow>(orgs.map(org => [actingTarget(org).code, org]))
  const writers = await writersOfNotices(db, rows)
  return rows.flatMap(objection => {
    const org = places.get(objection.orgCode)
    const handler = places.get(objection.handlerCode) ?? handlers.get(objection.handlerCode)
    if (!org || !handler) return []
    const view = objectionView({ objection, org, handler, writers: writers.get(objection.noticeId) ?? [] })
    const step = objection.state === 'held' ? 'release' : 'answer'
    return can(actor, `objection.${step}`, view) ? [todoOf(objection, step)] : []
  })
}
