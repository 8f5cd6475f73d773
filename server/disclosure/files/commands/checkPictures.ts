import { newId, UNREFERENCED } from '@server/platform/store/collection'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict } from '@server/platform/errors'
import { addJob } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import type { Tx } from '@server/platform/store/db'
import { inTransaction } from '@server/platform/store/transaction'
import type { MediaVerdict } from '@server/platform/wechat/mediaVerdict'
import type { FileRow } from '../models/files'
import { PictureChecks, PictureVerdicts, type PictureCheckRow } from '../models/pictureChecks'
import { type PictureCheck, checkOf, stateOf } from '../queries/pictureChecks'

/** Has WeChat check a stored picture, in the background. */
export async function schedulePictureCheck(
  tx: Tx,
  { _id, orgCode, sha256, storedBy, storedAt }: FileRow,
): Promise<void> {
  const row: PictureCheckRow = {
    _id,
    orgCode,
    sha256,
    pass: newId('pic'),
    storedBy,
    storedAt,
    traceId: null,
    refused: null,
    released: null,
  }
  await tx.of(PictureChecks).create([row])
  await addJob(tx, { kind: 'check-picture', key: `picture:${_id}`, dueAt: tx.now, data: { fileId: _id } })
}

/** Stores a verdict that WeChat has pushed; the first one of a check stays. Another program's is passed over. */
export async function recordVerdict(
  services: Services,
  { appId, traceId, verdict }: MediaVerdict,
): Promise<void> {
  if (appId !== services.config.wechat.appId) return
  await inTransaction(services, async tx => {
    const row = { verdict, at: tx.now }
    await tx.of(PictureVerdicts).updateOne({ _id: traceId }, { $setOnInsert: row }, { upsert: true })
  })
}

/**
 * Lets a picture through that WeChat has not passed: a second person has looked at it.
 * @throws AppError 409 `picture-not-held`
 */
export async function releasePicture(
  tx: Tx,
  by: Authorised<'picture.release'>,
  picture: PictureCheck,
): Promise<void> {
  const { check } = picture
  const seen = stateOf(picture, tx.now)
  const { id, name } = by.actor
  const { modifiedCount } = await tx
    .of(PictureChecks)
    .updateOne({ _id: check._id, released: null }, { $set: { released: { by: id, name, at: tx.now } } })
  if (seen === 'passed' || modifiedCount !== 1) throw conflict('picture-not-held')
  await audit(tx, by, { orgCode: check.orgCode, id: check._id }, { state: seen })
}

/** Removes the check of an organisation's file. */
export async function dropPictureCheck(
  tx: Tx,
  { sha256, orgCode }: Pick<FileRow, 'sha256' | 'orgCode'>,
): Promise<void> {
  const picture = await checkOf(tx, sha256, orgCode)
  if (!picture) return
  const { check } = picture
  await tx.of(PictureChecks).deleteOne({ _id: check._id }).setOptions(UNREFERENCED)
  if (check.traceId) await tx.of(PictureVerdicts).deleteOne({ _id: check.traceId }).setOptions(UNREFERENCED)
}
