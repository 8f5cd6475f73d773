import { chinaDate } from '@shared/common/period'
import type { UploadFields, UploadedFile } from '@shared/contract/disclosure/files'
import type { CommandContext } from '@server/platform/access/commandContext'
import { prepareFile } from '../commands/readFileUpload'
import { storeFile } from '../commands/storeFile'
import type { UploadedFile as GivenFile } from '@server/http/middlewares/context'
import type { WriteCall } from '@server/http/route'

interface Head<Params> {
  tag: string
  summary: string
  /** Returns the code of the organisation that will own the file, after checking that the person may upload one. */
  keeper: (deed: Omit<CommandContext, 'requestId'>, params: Params) => Promise<string>
}

type UploadCall<Params> = WriteCall<Params, UploadFields, UploadedFile> & { file: GivenFile }

/** Builds a route that accepts a file: checks it first and stores it only if it passes the privacy check. */
export const fileUpload = <Params>({ tag, summary, keeper }: Head<Params>) => ({
  tag,
  summary,
  handle: async ({ commit, file, params, body, ...deed }: UploadCall<Params>) => {
    const orgCode = await keeper(deed, params)
    const today = chinaDate(deed.services.clock.now())
    const prepared = await prepareFile({ name: body.name ?? file.name, bytes: file.bytes, today }, body)
    return commit(async () => {
      const attachment = await storeFile(deed, { orgCode, prepared })
      return { attachment, findings: prepared.findings }
    })
  },
})
