import { trusted } from 'mongoose'
import type { KeyFigure } from '@shared/contract/reading/answer'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { Db } from '@server/platform/store/db'
import { PresentedRecords, type PresentedRecordRow } from '../models/presentedRecords'
import { Publications, type PublicationRow } from '../models/publications'
import { endOf, isOver } from '../shownContent'

type PeriodRow = Pick<PublicationRow, '_id' | 'publicity' | 'publicityMoved'>

const PERIOD = { publicity: 1, publicityMoved: 1 } as const

function figureIn(canonical: string): KeyFigure | null {
  const blocks = JSON.parse(canonical) as PresentedBlock[]
  return blocks.find(block => block.kind === 'summary')?.figure ?? null
}

/** Returns the key figures of editions as their pages show them now, by id of the publication. */
export async function figuresOf(
  db: Db,
  rows: readonly PeriodRow[],
  now: Date,
): Promise<ReadonlyMap<string, KeyFigure | null>> {
  const records = await db
    .of(PresentedRecords)
    .find({ _id: trusted({ $in: rows.map(({ _id }) => _id) }) })
    .lean<PresentedRecordRow[]>()
    .exec()
  const over = new Set(rows.filter(row => isOver(row, now)).map(({ _id }) => _id))
  return new Map(
    records.map(({ _id, canonical, folded }) => [
      _id,
      figureIn(over.has(_id) ? (folded ?? canonical) : canonical),
    ]),
  )
}

/** No publicity period is longer, so that older notices need not be read. */
const LONGEST_DAYS = 60
const DAY_MS = 86_400_000
const MOST = 60

export interface PostedRow {
  noticeId: string
  title: string
  /** Last day of the publicity period. */
  until: string
}

/** Returns an organisation's notices in their publicity period 公示期内, the first to end first. */
export async function postedNow(db: Db, orgCode: string, now: Date): Promise<PostedRow[]> {
  const since = new Date(now.getTime() - LONGEST_DAYS * DAY_MS)
  const rows = await db
    .of(Publications)
    .find(
      { orgCode, live: true, publishedAt: trusted({ $gte: since }) },
      { noticeId: 1, title: 1, ...PERIOD },
    )
    .sort({ publishedAt: -1, _id: -1 })
    .limit(MOST)
    .lean<(PeriodRow & Pick<PublicationRow, 'noticeId' | 'title'>)[]>()
    .exec()
  return rows
    .filter(row => !isOver(row, now))
    .map(row => ({ noticeId: row.noticeId, title: row.title, until: endOf(row).endsOn }))
    .sort((a, b) => (a.until < b.until ? -1 : Number(a.until > b.until)))
}
