import { chinaDate } from '@shared/common/period'
import type { PictureArea } from '@shared/contract/common'
import type { UploadFields, UploadedFile } from '@shared/contract/disclosure/files'
import { prepareFile } from '../commands/readFileUpload'
import { storeFile } from '../commands/storeFile'
import type { UploadedFile as GivenFile } from '@server/http/middlewares/context'
import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Db } from '@server/platform/store/db'
import type { WriteCall } from '@server/http/route'

interface Head<Params> {
  tag: string
  summary: string
  /** Returns the code of the organisation that will own the file and the proof that the person may upload one. */
  keeper: (
    db: Db,
    caller: Caller,
    params: Params,
  ) => Promise<{ orgCode: string; by: Authorised<'file.store'> }>
}

/** Reads the areas to be covered. */
const areasOf = (cover: string | undefined): PictureArea[] =>
  (cover?.split(';') ?? []).map(area => {
    const [left = 0, top = 0, width = 0, height = 0] = area.split(',').map(Number)
    return { left, top, width, height }
  })

type UploadCall<Params> = WriteCall<Params, UploadFields, UploadedFile> & { file: GivenFile }

/** Builds a route that accepts a file: checks it first and stores it only if it passes the privacy check. */
export const fileUpload = <Params>({ tag, summary, keeper }: Head<Params>) => ({
  tag,
  summary,
  allow: ({ services, params, ...caller }: Omit<UploadCall<Params>, 'body' | 'file' | 'commit'>) =>
    keeper(services.db, caller, params),
  handle: async ({ commit, file, params, body, ...caller }: UploadCall<Params>) => {
    const { orgCode, by } = await keeper(caller.services.db, caller, params)
    const { config, clock, models } = caller.services
    const { quotaMegabytes, wechat } = config
    const given = { name: body.name ?? file.name, bytes: file.bytes, today: chinaDate(clock.now()) }
    const prepared = await prepareFile({ ...given, cover: areasOf(body.cover) }, body, models)
    return commit(async tx => {
      const attachment = await storeFile(tx, by, {
        orgCode,
        prepared,
        quotaMegabytes,
        isChecked: wechat.messageToken !== undefined,
      })
      return { attachment, findings: prepared.findings }
    })
  },
})
