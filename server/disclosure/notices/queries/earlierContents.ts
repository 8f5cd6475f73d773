import type { Db } from '@server/platform/store/db'
import type { PublicationRow } from '@server/disclosure/publications'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { NoticeRow } from '../models/notices'
import { Revisions, type RevisionRow } from '../models/revisions'
import type { StatusRow } from '../models/statuses'

/** A content that a reviewer has seen before, with which the present one is compared. */
export interface EarlierContent {
  kind: 'edition' | 'submission'
  edition: number
  /** When it was published, or submitted. */
  at: Date
  content: NoticeContent
  /** It exposed personal data and may not be quoted. */
  leaked: boolean
}

type Edition = Pick<PublicationRow, 'edition' | 'publishedAt' | 'withdrawn'>

interface Known {
  notice: NoticeRow
  /** Oldest first. */
  statuses: readonly StatusRow[]
  editions: readonly Edition[]
}

interface Wanted extends Omit<EarlierContent, 'content'> {
  /** The last revision of the edition up to this version of the notice. */
  upTo: number
}

/** States in which the last submission is the present one, so that the one before it is the earlier. */
const IN_REVIEW: readonly string[] = ['submitted', 'refused', 'signed', 'met', 'scheduled']

const isLeak = ({ withdrawn }: Edition): boolean => withdrawn !== null && !withdrawn.instead

function editionBefore({ notice, statuses, editions }: Known): Wanted[] {
  const former = editions.find(({ edition }) => edition === notice.edition - 1)
  const begun = statuses.findLast(row => row.event === 'correct')
  if (!former || !begun || notice.edition === 1) return []
  const { edition, publishedAt: at } = former
  return [{ kind: 'edition', edition, at, leaked: isLeak(former), upTo: begun.version - 1 }]
}

function submissionBefore({ notice, statuses, editions }: Known): Wanted[] {
  const begun = statuses.findLast(({ event }) => BEGINNINGS.has(event))?.version ?? 0
  const all = statuses.filter(({ event, version }) => event === 'submit' && version > begun)
  const last = (IN_REVIEW.includes(notice.state) ? all.slice(0, -1) : all).at(-1)
  if (!last) return []
  const { edition, at, version: upTo } = last
  return [{ kind: 'submission', edition, at, leaked: editions.some(isLeak), upTo }]
}

/** Events that begin the working edition. */
const BEGINNINGS: ReadonlySet<StatusRow['event']> = new Set(['create', 'redraft', 'correct', 'cancel'])

/** States in which a working edition is not public yet. */
const isInWork = (state: NoticeRow['state']): boolean =>
  ['draft', 'checked'].includes(state) || IN_REVIEW.includes(state)

/**
 * Returns what the working edition is to be compared with: the edition that it corrects, and its last submission
 * before the present one. Empty for a first submission of a first edition, and for what is public.
 */
export async function earlierContents(db: Db, known: Known): Promise<EarlierContent[]> {
  const { _id: noticeId, state } = known.notice
  const wanted = isInWork(state) ? [...editionBefore(known), ...submissionBefore(known)] : []
  if (wanted.length === 0) return []
  const all = await db
    .of(Revisions)
    .find({ noticeId }, { version: 1, edition: 1 })
    .sort({ version: 1 })
    .lean<Pick<RevisionRow, '_id' | 'version' | 'edition'>[]>()
    .exec()
  const found: EarlierContent[] = []
  for (const { upTo, ...one } of wanted) {
    const id = all.findLast(({ version, edition }) => edition === one.edition && version <= upTo)?._id
    const revision = id && (await db.of(Revisions).findById(id, { content: 1 }).lean<RevisionRow>().exec())
    if (revision) found.push({ ...one, content: revision.content })
  }
  return found
}
