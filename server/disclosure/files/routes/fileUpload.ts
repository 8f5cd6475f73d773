import { chinaDate } from '@shared/common/period'
import { UploadFields, UploadedFile } from '@shared/contract/disclosure/files'
import type { z } from 'zod'
import type { CommandContext } from '@server/platform/access/commandContext'
import { prepareFile } from '../commands/readFileUpload'
import { storeFile } from '../commands/storeFile'
import { staffUpload } from '@server/http/route'

interface Head<P extends z.ZodType> {
  path: string
  tag: string
  summary: string
  params: P
  /** The organisation that is to keep the file, once the person may hand one in. */
  keeper: (deed: Omit<CommandContext, 'requestId'>, params: z.output<P>) => Promise<string>
}

/** A route that takes a file: it is looked into first, and kept only when nothing personal is in it. */
export const fileUpload = <P extends z.ZodType>({ keeper, ...head }: Head<P>) =>
  staffUpload({
    ...head,
    body: UploadFields,
    response: UploadedFile,
    handle: async ({ commit, file, params, body, ...deed }) => {
      const orgCode = await keeper(deed, params)
      const today = chinaDate(deed.services.clock.now())
      const prepared = await prepareFile({ name: body.name ?? file.name, bytes: file.bytes, today }, body)
      return commit(async () => {
        const attachment = await storeFile(deed, { orgCode, prepared })
        return { attachment, findings: prepared.findings }
      })
    },
  })
