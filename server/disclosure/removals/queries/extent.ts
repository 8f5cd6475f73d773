import { trusted } from 'mongoose'
import type { ErasureExtent } from '@shared/contract/disclosure/removal'
import { BACKUP_KEEP_DAYS } from '@shared/facts/disclosure/removalRules'
import { filesOfContent } from '@shared/content/contentFiles'
import { chinaDate } from '@shared/common/period'
import { addDays } from '@server/domain/deadline'
import { fieldsOfContent } from '@server/domain/privacy/contentFields'
import { IdempotencyKeys } from '@server/platform/idempotency/idempotencyKeys'
import type { Db } from '@server/platform/store/db'
import { Revisions, revisionsWith, type RevisionRow } from '@server/disclosure/notices'
import { Publications, type PublicationRow } from '@server/disclosure/publications'
import { messagesAbout } from '@server/people/messages'
import { filesBeside, objectionsOn } from '../events'
import { requireFacts } from './removals'

const NAMED_IN = ['content.blocks.files.sha256', 'content.blocks.lines.images.sha256'] as const

type Naming = Pick<RevisionRow, '_id' | 'noticeId' | 'edition' | 'content'>

/** Returns those of the hashes that anything but this edition names: another edition or notice, a case, a proof. */
async function namedElsewhere(
  db: Db,
  { noticeId, edition, gone }: { noticeId: string; edition: number; gone: ReadonlySet<string> },
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows: Naming[] = []
  for (const field of NAMED_IN) {
    const filter = { [field]: trusted({ $in: [...hashes] }) }
    rows.push(...(await db.of(Revisions).find(filter).lean<RevisionRow[]>().exec()))
    rows.push(...(await db.of(Publications).find(filter).lean<PublicationRow[]>().exec()))
  }
  const isGone = (row: Naming) => gone.has(row._id) || (row.noticeId === noticeId && row.edition === edition)
  const others = rows.filter(row => !isGone(row))
  const named = others.flatMap(({ content }) => filesOfContent(content).map(({ file }) => file.sha256))
  return new Set([...named, ...(await db.ask(filesBeside, hashes)).flat()])
}

/** Returns what the erasure of an edition takes away, and what it cannot reach. @throws AppError 404 */
export async function extentOf(db: Db, noticeId: string, edition: number, now: Date): Promise<ErasureExtent> {
  const { publication } = await requireFacts(db, noticeId, edition)
  const revisions = await revisionsWith(db, noticeId, edition)
  const content = revisions.findLast(row => row.edition === edition)?.content ?? publication.content
  const named = revisions.flatMap(row => filesOfContent(row.content).map(({ file }) => file))
  const files = new Map(named.map(file => [file.sha256, file]))
  const hashes = [...files.keys()]
  const gone = new Set(revisions.map(({ _id }) => _id))
  const kept = await namedElsewhere(db, { noticeId, edition, gone }, hashes)
  const about = [noticeId, ...hashes.filter(sha256 => !kept.has(sha256))]
  const [objections = 0] = await db.ask(objectionsOn, { noticeId })
  return {
    noticeId,
    edition,
    title: content.title,
    letters: fieldsOfContent(content).reduce((sum, { text }) => sum + text.length, 0),
    revisions: revisions.length,
    files: [...files.values()].map(({ name, bytes, sha256 }) => ({
      name,
      bytes,
      goes: !kept.has(sha256),
    })),
    ...(await messagesAbout(db, noticeId)),
    answers: await db.of(IdempotencyKeys).countDocuments({ body: trusted({ $regex: about.join('|') }) }),
    objections,
    backupsUntil: addDays(chinaDate(now), BACKUP_KEEP_DAYS),
  }
}
