import { AppError } from '@server/platform/errors'
import type { JobHandler } from '@server/platform/jobs/runner'
import type { Services } from '@server/platform/services'
import type { MediaAsked } from '@server/platform/wechat/mediaVerdict'
import { openidOf } from '@server/people/accounts'
import { PictureChecks, type PictureCheckRow } from '../models/pictureChecks'

/** Nobody to name to WeChat: the account was closed. */
const NOBODY: MediaAsked = { refused: 0 }

/** Hands a picture to WeChat's check. Tried again while WeChat does not answer; a person may look at it meanwhile. */
export const checkPictureJob: JobHandler<Services> = {
  prepare: async ({ db, config, wechat }, { data }): Promise<MediaAsked | null> => {
    const check = await db.of(PictureChecks).findById(String(data['fileId'])).lean<PictureCheckRow>().exec()
    if (!check || check.traceId !== null) return null
    const openid = await openidOf(db, check.storedBy)
    if (!openid) return NOBODY
    const url = `${config.publicBaseUrl}/api/v1/picture-checks/${check.pass}`
    const asked = await wechat.mediaCheckAsync({ openid, url })
    if (!asked) throw new AppError(503, 'wechat-unavailable')
    return asked
  },
  run: async (tx, { data }, _services, prepared) => {
    const asked = prepared as MediaAsked | null
    if (!asked) return
    const set = 'traceId' in asked ? { traceId: asked.traceId } : { refused: asked.refused }
    await tx.of(PictureChecks).updateOne({ _id: String(data['fileId']) }, { $set: set })
  },
}
