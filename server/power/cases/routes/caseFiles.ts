import { including } from '@server/platform/access/caller'
import { notFound } from '@server/platform/errors'
import { caseFile, requireCase } from '../queries/powerCases'
import { staffFile, staffUpload } from '@server/http/route'
import { caseTarget, authorize } from '../policy'
import { presentDownload, contentOf, fileOf, fileUpload } from '@server/disclosure/files'

const tag = '小微权力办件'

/**
 * Routes for the papers 凭证 of a case: uploaded by the person who does the step, read by everyone who may read the
 * case. The public sees only the files that a notice publishes.
 */
export const caseFileRoutes = [
  staffUpload(
    'POST /cases/:id/files',
    fileUpload({
      tag,
      summary: '上传现在的环节的凭证（照片、PDF 等，10 MB 以内）：由办这个环节的人上传，先查个人信息',
      keeper: async (db, caller, { id }: { id: string }) => {
        const work = await requireCase(db, id)
        const by = authorize(caller, 'case.finish', caseTarget(work))
        return { orgCode: work.org._id, by: including(by, 'file.store') }
      },
    }),
  ),
  staffFile('GET /cases/:id/files/:sha256', {
    tag,
    summary: '查看一件事的凭证：村里、监督机构、街道和区县的工作人员',
    handle: async ({ services: { db }, actor, requestId, params: { id, sha256 } }) => {
      const work = await requireCase(db, id)
      authorize({ actor, requestId }, 'case.read', caseTarget(work))
      const named = caseFile(work.row, sha256)
      const file = named && (await fileOf(db, sha256, work.org._id))
      if (!file) throw notFound('file-not-found')
      return presentDownload(file, named.name, await contentOf(db, sha256, file.bytes))
    },
  }),
]
