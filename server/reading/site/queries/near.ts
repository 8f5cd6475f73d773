import type { Db } from '@server/platform/store/db'
import { type Answer, answerTo } from '@server/domain/search/meaning/answer'
import { asked, rankSubjects, searchable } from '@server/domain/search/meaning/rank'
import type { Subject } from '@server/domain/search/meaning/subject'
import type { PublicationSummary } from '@server/disclosure/publications'
import type { OrgRow } from '@server/people/orgs'
import type { Models } from '@server/platform/worker/models'
import { meaningFor } from './meaning'
import { subjectsOf } from './subjects'

const NEAREST = 8
const SHOWN = 5

/** What means nearly what was asked 意思相近, with the reason; a notice with its row. */
interface NearFound {
  subject: Subject
  row: PublicationSummary | null
  why: string
}

export interface Near {
  found: NearFound[]
  /** The row of the record that says it; null where none does. */
  answer: Answer | null
  /** No model took part. */
  byRules: boolean
}

export const NOTHING_NEAR: Near = { found: [], answer: null, byRules: true }

interface NearOptions {
  q: string
  org: OrgRow
  places: readonly OrgRow[]
  /** Narrows the notices; null: everything is looked at. */
  keep: ((row: PublicationSummary) => boolean) | null
  isHit: (row: PublicationSummary) => boolean
  models: Models
}

/** Returns what means nearly what was asked, the nearest first, without the hits. A short code or a number means nothing. */
export async function nearTo(db: Db, { q, org, places, keep, isHit, models }: NearOptions): Promise<Near> {
  if (places.length === 0 || !/\p{L}{2}/u.test(q)) return NOTHING_NEAR
  const { subjects, notices } = await subjectsOf(db, org, places, keep)
  const within = searchable(subjects)
  const question = asked(q, within)
  if (!question) return NOTHING_NEAR
  const meaning = await meaningFor(db, models, question, subjects)
  const ranked = rankSubjects(question, within, NEAREST, meaning)
  const rowOf = ({ kind, id }: Subject) => (kind === 'notice' ? (notices.get(id) ?? null) : null)
  const answer = answerTo(question, ranked)
  return {
    found: ranked
      .map(({ subject, why }) => ({ subject, why, row: rowOf(subject) }))
      .filter(({ row }) => row === null || !isHit(row))
      .slice(0, SHOWN),
    answer,
    byRules: meaning === null,
  }
}
