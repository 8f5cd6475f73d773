import { isPicture } from '@shared/facts/disclosure/attachments'
import { notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { publicFile, staffFile, staffUpload } from '@server/http/route'
import { orgTarget, requireOrg } from '@server/people/orgs'
import {
  presentDownload,
  presentPicture,
  publicNameOf,
  contentOf,
  fileOf,
  pictureOf,
  publicationsNaming,
  fileUpload,
  type FileRow,
} from '@server/disclosure/files'
import { showsFiles, proofsShowing } from '@server/reading/channels'
import { authorize } from '@server/disclosure/notices'

/** One year; `private`, so that shared caches do not store what may be withdrawn. */
const KEPT = 'private, max-age=31536000, immutable'

/**
 * Returns a stored file that a live publication shows now, under the name shown there.
 * @throws AppError 404
 */
async function shownFile(db: Db, sha256: string, now: Date): Promise<{ file: FileRow; name: string }> {
  for (const publication of await publicationsNaming(db, sha256)) {
    const file = await fileOf(db, sha256, publication.orgCode)
    const name = publicNameOf(publication, sha256, now)
    if (file && name) return { file, name }
  }
  for (const { proof, publication } of await proofsShowing(db, sha256)) {
    const file = await fileOf(db, sha256, publication.orgCode)
    if (file && proof.file && showsFiles(publication, now)) return { file, name: proof.file.name }
  }
  throw notFound('file-not-found')
}

export const fileRoutes = [
  publicFile('GET /files/:sha256', {
    cost: 4,
    tag: '阅读',
    summary: '下载附件：只有正在公示的内容里的文件可以下载',
    cache: KEPT,
    handle: async ({ services: { db, clock }, params: { sha256 } }) => {
      const { file, name } = await shownFile(db, sha256, clock.now())
      return presentDownload(file, name, await contentOf(db, sha256, file.bytes))
    },
  }),
  publicFile('GET /files/:sha256/pictures/:size', {
    tag: '阅读',
    summary: '看照片：list 是列表里的小图（30 kB 以内），reading 是看得清字的图（200 kB 以内）',
    cache: KEPT,
    handle: async ({ services: { db, clock }, params: { sha256, size } }) => {
      const { file, name } = await shownFile(db, sha256, clock.now())
      if (!isPicture(file.name)) throw notFound('file-not-found')
      const picture = await pictureOf(db, sha256, size)
      if (picture) return presentPicture(name, picture)
      return presentDownload(file, name, await contentOf(db, sha256, file.bytes))
    },
  }),
  staffFile('GET /orgs/:code/files/:sha256', {
    tag: '公示办理',
    summary: '查看本机构上传的附件（未公开的也能看，查看会记入操作日志）',
    handle: async ({ params: { code, sha256 }, ...caller }) => {
      const { db } = caller.services
      const org = await requireOrg(db, code, 'code')
      authorize(caller, 'file.read', orgTarget(org))
      const file = await fileOf(db, sha256, code)
      if (!file) throw notFound('file-not-found')
      return presentDownload(file, file.name, await contentOf(db, sha256, file.bytes))
    },
  }),
  staffUpload(
    'POST /orgs/:code/files',
    fileUpload({
      tag: '公示办理',
      summary:
        '上传附件（xlsx、docx、pdf、csv、txt、jpg、png、webp，10 MB 以内）：先查个人信息，有不能公开的就不保存',
      keeper: async (db, caller, { code }: { code: string }) => {
        const org = await requireOrg(db, code, 'code')
        return { orgCode: code, by: authorize(caller, 'file.store', orgTarget(org)) }
      },
    }),
  ),
]
