import { trusted } from 'mongoose'
import { chinaDate } from '@shared/common/period'
import type { Db } from '@server/platform/store/db'
import { addJob, type JobHandler, type NewJob } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import type { MeaningModel } from '@server/platform/worker/models'
import { Orgs, type OrgRow } from '@server/people/orgs'
import { TextVectors, type TextVectorRow } from '../models/textVectors'
import { makeBlocks, phraseBlocks, subjectBlocks } from '../queries/meaning'
import { shelfOf, type TextBlock } from '../queries/vectorShelf'
import { subjectsOf } from '../queries/subjects'

/** Texts of one request to the model: about a second of work. */
const AT_ONCE = 128
/** Rows of one job: they are written in one transaction. */
const MOST = 200
/** Rows of one read. */
const READ_AT_ONCE = 256
/** Milliseconds of one job, well below its claim; what is missing then is made by the next one. */
const TIME_MS = 40_000
/** Days after which a vector that is still wanted is marked so. */
const MARKED_AFTER_MS = 7 * 86_400_000
const HOUR_MS = 3_600_000
/** Hour of the day in UTC: at night in China. */
const AT_HOUR = 18

interface Prepared {
  /** The organisation that was looked at. */
  org: string
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

type Stored = Pick<TextVectorRow, '_id' | 'keptAt'>

/** Which rows are stored already. */
async function storedOf(db: Db, blocks: readonly TextBlock[]): Promise<Stored[]> {
  const found: Stored[] = []
  for (let from = 0; from < blocks.length; from += READ_AT_ONCE) {
    const keys = blocks.slice(from, from + READ_AT_ONCE).map(({ key }) => key)
    const stored = db.of(TextVectors).find({ _id: trusted({ $in: keys }) }, { keptAt: 1 })
    found.push(...(await stored.lean<Stored[]>().exec()))
  }
  return found
}

/** Blocks of one kind for one request to the model each. */
function turnsOf(blocks: readonly TextBlock[]): TextBlock[][] {
  const turns: TextBlock[][] = []
  let size = AT_ONCE
  for (const block of blocks) {
    const last = turns.at(-1)
    if (last && last[0]!.kind === block.kind && size + block.texts.length <= AT_ONCE) last.push(block)
    else {
      turns.push([block])
      size = 0
    }
    size += block.texts.length
  }
  return turns
}

/** Makes the vectors of texts until they are many, the time is over or the model does not answer. */
async function made(model: MeaningModel, blocks: readonly TextBlock[]) {
  const until = Date.now() + TIME_MS
  const done: TextBlock[] = []
  for (const turn of turnsOf(blocks)) {
    if (Date.now() > until || done.length >= MOST) return { done, isDone: false }
    if (!(await makeBlocks(model, turn))) return { done, isDone: true }
    done.push(...turn)
  }
  return { done, isDone: true }
}

/** Makes the vectors that an organisation's texts lack, one organisation a job. */
export const refreshVectorsJob: JobHandler<Services> = {
  prepare: async ({ db, models }, { data }): Promise<Prepared | null> => {
    const model = await models.meaning()
    if (!model) return null
    const after = String(data['after'] ?? '')
    const org = await nextOrg(db, after)
    if (!org) return null
    const { subjects } = await subjectsOf(db, org, [org], null)
    const blocks = [
      ...(after === '' ? phraseBlocks(model.model) : []),
      ...subjectBlocks(model.model, subjects),
    ]
    const stored = await storedOf(db, blocks)
    const there = new Set(stored.map(({ _id }) => _id))
    const old = Date.now() - MARKED_AFTER_MS
    const wanted = stored.filter(({ keptAt }) => keptAt.getTime() < old).map(({ _id }) => _id)
    const lacking = blocks.filter(({ key }) => !there.has(key))
    const { done, isDone } = await made(model, lacking)
    const shelf = shelfOf(model)
    const rows = done.map(({ key }) => ({ _id: key, model: model.model, vectors: shelf.bytes(key) }))
    return { org: org._id, wanted, isDone, rows }
  },
  run: async (tx, { key, data }, _services, prepared) => {
    const done = prepared as Prepared | null
    if (!done) return
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
