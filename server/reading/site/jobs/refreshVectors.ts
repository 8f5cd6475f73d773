import { trusted } from 'mongoose'
import { chinaDate } from '@shared/common/period'
import type { Db } from '@server/platform/store/db'
import { addJob, type JobHandler, type NewJob } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import { packed } from '@server/platform/worker/inference/vectorFile'
import type { MeaningModel } from '@server/platform/worker/models'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { TextVectors, type TextVectorRow } from '../models/textVectors'
import { type KeyedText, phraseTexts, subjectTexts } from '../queries/meaning'
import { subjectsOf } from '../queries/subjects'

/** Texts of one request to the model: about half a second of work. */
const AT_ONCE = 64
/** Milliseconds of one job, well below its claim; what is missing then is made by the next one. */
const TIME_MS = 40_000
/** Days after which a vector that is still wanted is marked so. */
const MARKED_AFTER_MS = 7 * 86_400_000
const HOUR_MS = 3_600_000
/** Hour of the day in UTC: at night in China. */
const AT_HOUR = 18

interface Prepared {
  /** The organisation that was looked at; null after the last. */
  org: string | null
  /** All its vectors are there, or will not come now. */
  isDone: boolean
  rows: Omit<TextVectorRow, 'keptAt'>[]
  wanted: string[]
}

const nextOrg = (db: Db, after: string): Promise<OrgRow | null> =>
  db
    .of(Orgs)
    .findOne({ _id: trusted({ $gt: after }) })
    .sort({ _id: 1 })
    .lean<OrgRow>()
    .exec()

/** Makes the vectors of texts until the time is over or the model does not answer. */
async function made({ model, embed }: MeaningModel, texts: readonly KeyedText[]) {
  const until = Date.now() + TIME_MS
  const rows: Prepared['rows'] = []
  for (const kind of ['query', 'passage'] as const) {
    const some = texts.filter(one => one.kind === kind)
    for (let from = 0; from < some.length; from += AT_ONCE) {
      const turn = some.slice(from, from + AT_ONCE)
      if (Date.now() > until) return { rows, isDone: false }
      const vectors = await embed(
        turn.map(({ text }) => text),
        kind,
      )
      if (!vectors) return { rows, isDone: true }
      rows.push(...turn.map(({ key }, at) => ({ _id: key, model, vector: packed(vectors[at]!) })))
    }
  }
  return { rows, isDone: true }
}

/** Makes the vectors that an organisation's texts lack, one organisation a job. */
export const refreshVectorsJob: JobHandler<Services> = {
  prepare: async ({ db, models }, { data }): Promise<Prepared | null> => {
    const model = await models.meaning()
    if (!model) return null
    const after = String(data['after'] ?? '')
    const org = await nextOrg(db, after)
    if (!org) return { org: null, isDone: true, rows: [], wanted: [] }
    const { subjects } = await subjectsOf(db, org, [org], null)
    const texts = [...(after === '' ? phraseTexts(model.model) : []), ...subjectTexts(model.model, subjects)]
    const stored = await db
      .of(TextVectors)
      .find({ _id: trusted({ $in: texts.map(({ key }) => key) }) }, { keptAt: 1 })
      .lean<Pick<TextVectorRow, '_id' | 'keptAt'>[]>()
      .exec()
    const there = new Set(stored.map(({ _id }) => _id))
    const old = Date.now() - MARKED_AFTER_MS
    const wanted = stored.filter(({ keptAt }) => keptAt.getTime() < old).map(({ _id }) => _id)
    return {
      org: org._id,
      wanted,
      ...(await made(
        model,
        texts.filter(({ key }) => !there.has(key)),
      )),
    }
  },
  run: async (tx, { key, data }, _services, prepared) => {
    const done = prepared as Prepared | null
    if (!done || done.org === null) return
    const vectors = tx.of(TextVectors)
    if (done.rows.length > 0) await vectors.insertMany(done.rows.map(row => ({ ...row, keptAt: tx.now })))
    if (done.wanted.length > 0) {
      await vectors.updateMany({ _id: trusted({ $in: done.wanted }) }, { $set: { keptAt: tx.now } })
    }
    const [root = key, turn = '0'] = key.split('/')
    await addJob(tx, {
      kind: 'refresh-vectors',
      key: `${root}/${Number(turn) + 1}`,
      dueAt: tx.now,
      data: { after: done.isDone ? done.org : String(data['after'] ?? '') },
    })
  },
}

/** Returns the job of the day; it is the same in every process and at every check of that day. */
export function dailyVectors(now: Date): NewJob {
  const today = chinaDate(now)
  const dueAt = new Date(Date.parse(`${today}T00:00:00Z`) - (24 - AT_HOUR) * HOUR_MS)
  return { kind: 'refresh-vectors', key: `vectors:${today}`, dueAt, data: {} }
}
