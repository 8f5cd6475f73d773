import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { MOST_PROOFS } from '@shared/facts/reading/channelKinds'
import { channelPlan } from '../plan'
import { chinaDate } from '@shared/common/period'
import { REQUIREMENT_TEXTS } from '@shared/texts/requirements'
import type { PlannedChannel, RecordProof, RemoveProof } from '@shared/contract/reading/channelProof'
import type { Issue } from '@shared/contract/common'
import { conflict, notFound, requirementsUnmet } from '@server/platform/errors'
import { proofsOf } from '../queries/channelProofs'
import { isVillage } from '@shared/common/orgKinds'
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
 * re-encoded and checked when it was uploaded.
 * @throws AppError 409 `edition-changed` when another edition is public now; 422 with everything that is missing
 */
export async function recordProof(
  tx: Tx,
  by: Authorised<'proof.record'>,
  work: NoticeContext,
  input: RecordProof,
): Promise<void> {
  const { notice, org, item } = work
  const { edition, channel: name, on, text = null, sha256 } = input
  if (notice.liveEdition !== edition) throw conflict('edition-changed')
  const now = tx.now
  const channel = channelPlan(item.channels, isVillage(org)).find(one => one.name === name)
  const file = sha256 === undefined ? null : await fileOf(tx, sha256, org._id)
  const issues = issuesOf(channel, input, file, chinaDate(now))
  if (issues.length > 0 || !channel) throw requirementsUnmet(issues)
  if ((await proofsOf(tx, { noticeId: notice._id, edition })).length >= MOST_PROOFS) {
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
    by: by.actor.id,
    byName: by.actor.name,
    at: now,
    removed: null,
  }
  await tx.of(ChannelProofs).create([row])
  await audit(tx, by, { orgCode: org._id, id: notice._id }, { proof: row._id, edition })
}

/**
 * Removes a proof 去掉佐证 from the page, so that its file can no longer be fetched through it.
 * @throws AppError 404 `proof-not-found` for a proof of another notice or a removed one; 422 for personal data in the
 * reason
 */
export async function removeProof(
  tx: Tx,
  by: Authorised<'proof.remove'>,
  work: NoticeContext,
  proofId: string,
  { reason }: RemoveProof,
): Promise<void> {
  const { notice, org } = work
  const now = tx.now
  const issues = wordsIssues({ reason }, chinaDate(now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const row = await tx.of(ChannelProofs).findById(proofId).lean<ChannelProofRow>().exec()
  if (row?.noticeId !== notice._id || row.removed) throw notFound('proof-not-found')
  const removed = { by: by.actor.id, at: now, reason }
  await tx.of(ChannelProofs).updateOne({ _id: proofId }, { $set: { removed } })
  await audit(tx, by, { orgCode: org._id, id: notice._id }, { proof: proofId })
}

/** Deletes the proofs of an edition that is no longer public. */
export async function dropProofs(
  tx: Tx,
  { noticeId, edition }: { noticeId: string; edition: number },
): Promise<void> {
  await tx.of(ChannelProofs).deleteMany({ noticeId, edition })
}
