import type { Db } from '@server/platform/store/db'
import { MOST_PROOFS } from '@shared/facts/reading/channelKinds'
import { channelPlan } from '../plan'
import { chinaDate } from '@shared/common/period'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { PlannedChannel, RecordProof, RemoveProof } from '@shared/contract/reading/channelProof'
import type { Issue } from '@shared/contract/common'
import { conflict, notFound, requirementsUnmet } from '@server/platform/errors'
import { proofsOf } from '../queries/channelProofs'
import { isVillage } from '@shared/common/orgKinds'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { touchPages } from '@server/platform/pages/invalidate'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { ChannelProofs, type ChannelProofRow } from '../models/channelProofs'
import { newId } from '@server/platform/store/collection'
import { fileOf, type FileRow } from '@server/disclosure/files'
import type { NoticeContext } from '@server/disclosure/notices'

type Plan = Omit<PlannedChannel, 'proofs'>

const issue = (
  code:
    | 'channel-unplanned'
    | 'proof-day-ahead'
    | 'proof-photo-missing'
    | 'proof-words-missing'
    | 'proof-empty'
    | 'proof-needless',
  field: string,
): Issue => ({
  code,
  field,
  message: REQUIREMENT_TEXTS[code](),
})

/** Returns an issue for each thing that a proof of this channel lacks. */
function lackIssues({ needs }: Plan, { text }: RecordProof, file: FileRow | null): Issue[] {
  if (needs === 'nothing') return [issue('proof-needless', 'channel')]
  if (needs === 'photo' && !file?.mime.startsWith('image/')) return [issue('proof-photo-missing', 'sha256')]
  if (needs === 'words' && !text) return [issue('proof-words-missing', 'text')]
  return needs === 'either' && !text && !file ? [issue('proof-empty', 'text')] : []
}

function issuesOf(
  channel: Plan | undefined,
  input: RecordProof,
  file: FileRow | null,
  today: string,
): Issue[] {
  const { sha256, text, on } = input
  const unknownFile = sha256 !== undefined && file === null
  return [
    ...(channel ? lackIssues(channel, input, file) : [issue('channel-unplanned', 'channel')]),
    ...(unknownFile
      ? [{ code: 'file-not-uploaded', field: 'sha256', message: REQUIREMENT_TEXTS['file-not-uploaded'](1) }]
      : []),
    ...(on > today ? [issue('proof-day-ahead', 'on')] : []),
    ...(text ? wordsIssues({ text }, today) : []),
  ]
}

/**
 * Stores an optional proof 登记渠道佐证 that the public edition appeared in one of its channels. The photo was
 * re-encoded and checked when it was uploaded. Runs in the caller's transaction.
 * @throws AppError 409 `edition-changed` when another edition is public now; 422 with everything that is missing
 */
export async function recordProof(
  deed: CommandContext,
  work: NoticeContext,
  input: RecordProof,
): Promise<void> {
  const { db, clock } = deed.services
  const { notice, org, item } = work
  const { edition, channel: name, on, text = null, sha256 } = input
  if (notice.liveEdition !== edition) throw conflict('edition-changed')
  const now = clock.now()
  const channel = channelPlan(item.channels, isVillage(org)).find(one => one.name === name)
  const file = sha256 === undefined ? null : await fileOf(db, sha256, org._id)
  const issues = issuesOf(channel, input, file, chinaDate(now))
  if (issues.length > 0 || !channel) throw requirementsUnmet(issues)
  if ((await proofsOf(db, { noticeId: notice._id, edition })).length >= MOST_PROOFS) {
    throw conflict('proofs-full')
  }
  const row: ChannelProofRow = {
    _id: newId('chp'),
    noticeId: notice._id,
    edition,
    orgCode: org._id,
    channel: name,
    kind: channel.kind,
    on,
    text,
    file: file && { name: file.name, sha256: file.sha256, mime: file.mime },
    by: deed.actor.id,
    byName: deed.actor.name,
    at: now,
    removed: null,
  }
  await db.of(ChannelProofs).create([row])
  await touchPages(db, org._id, now)
  await audit(deed, 'proof.record', { orgCode: org._id, id: notice._id }, { proof: row._id, edition })
}

/**
 * Removes a proof 去掉佐证 from the page, so that its file can no longer be fetched through it. Runs in the caller's
 * transaction.
 * @throws AppError 404 `proof-not-found` for a proof of another notice or a removed one; 422 for personal data in the
 * reason
 */
export async function removeProof(
  deed: CommandContext,
  work: NoticeContext,
  proofId: string,
  { reason }: RemoveProof,
): Promise<void> {
  const { db, clock } = deed.services
  const { notice, org } = work
  const now = clock.now()
  const issues = wordsIssues({ reason }, chinaDate(now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const row = await db.of(ChannelProofs).findById(proofId).lean<ChannelProofRow>().exec()
  if (row?.noticeId !== notice._id || row.removed) throw notFound('proof-not-found')
  const removed = { by: deed.actor.id, at: now, reason }
  await db.of(ChannelProofs).updateOne({ _id: proofId }, { $set: { removed } })
  await touchPages(db, org._id, now)
  await audit(deed, 'proof.remove', { orgCode: org._id, id: notice._id }, { proof: proofId })
}

/** Deletes the proofs of an edition that is no longer public. */
export async function dropProofs(
  db: Db,
  { noticeId, edition }: { noticeId: string; edition: number },
): Promise<void> {
  await db.of(ChannelProofs).deleteMany({ noticeId, edition })
}
