import { publicFile, staffFile, staffUpload, staffWrite } from '@server/http/route'
import { including } from '@server/platform/access/caller'
import { notFound } from '@server/platform/errors'
import type { RouteDb } from '@server/platform/store/db'
import { contentOf, fileOf, fileUpload, presentDownload } from '@server/disclosure/files'
import { chinaDate } from '@shared/common/period'
import { viewOf } from '../caseFile'
import { addPaper, preparePaper } from '../commands/addPaper'
import { authorizeHidden } from '../policy'
import { presentApplication } from '../presenters/application'
import { presentBundle } from '../presenters/bundle'
import { paperOf, requireApplication, requireSealed } from '../queries/applications'
import { staffNames } from '../queries/bundle'
import { paperAt } from '../ticket'
import { openWords } from '../vault'

const tag = '申请公开'

/** Reads a stored file when the zip comes to it. */
const later = (db: RouteDb) =>
  async function* (sha256: string, bytes: number): AsyncGenerator<Buffer> {
    yield* await contentOf(db, sha256, bytes)
  }

export const paperRoutes = [
  staffUpload(
    'POST /applications/:id/files',
    fileUpload({
      tag,
      summary: '上传要给的材料，先查个人信息',
      keeper: async (db, caller, { id }: { id: string }) => {
        const work = await requireApplication(db, id)
        const by = authorizeHidden(caller, 'application.handle', viewOf(work, new Date(0)))
        return { orgCode: work.org._id, by: including(by, 'file.store') }
      },
    }),
  ),
  staffWrite('POST /applications/:id/papers', {
    tag,
    summary: '放入一份材料，或者做一份遮盖件',
    handle: async ({ commit, services: { config, db, clock, printer }, params: { id }, body, ...caller }) => {
      const asked = await requireApplication(db, id)
      authorizeHidden(caller, 'application.handle', viewOf(asked, clock.now()))
      const prepared = await preparePaper(printer, body, chinaDate(clock.now()))
      return commit(async tx => {
        const work = await requireApplication(tx, id)
        const by = authorizeHidden(caller, 'application.handle', viewOf(work, tx.now))
        await addPaper(tx, by, work, {
          keys: config,
          input: body,
          prepared,
          quotaMegabytes: config.quotaMegabytes,
        })
        const after = await requireApplication(tx, id)
        return presentApplication(after, { actor: caller.actor, keys: config, now: tx.now })
      })
    },
  }),
  staffFile('GET /applications/:id/bundle', {
    tag,
    summary: '给复议机关的证据材料（zip）',
    handle: async ({ services: { db, clock, config }, actor, requestId, params: { id } }) => {
      const work = await requireApplication(db, id)
      const now = clock.now()
      authorizeHidden({ actor, requestId }, 'application.bundle', viewOf(work, now))
      const sealing = work.papers.some(({ withheld }) => withheld.length > 0)
      const vault = sealing ? await requireSealed(db, id) : null
      const opened = new Map(
        work.papers.map(({ _id, withheld }) => [
          _id,
          vault ? withheld.map(({ sealed }) => openWords(config, vault, sealed)) : [],
        ]),
      )
      const names = await staffNames(db, work)
      return presentBundle({ work, names, opened, contentOf: later(db), now })
    },
  }),
  publicFile('GET /application-papers/:ticket', {
    tag,
    summary: '下载一份材料：凭本人打开的页面，10 分钟有效',
    cache: 'no-store',
    handle: async ({ services: { db, clock, config }, params: { ticket } }) => {
      const id = paperAt(config, ticket, clock.now())
      const found = id === null ? null : await paperOf(db, id)
      const file = found && (await fileOf(db, found.paper.sha256, found.orgCode))
      if (!found || !file) throw notFound('file-not-found')
      return presentDownload(file, found.paper.name, await contentOf(db, file.sha256, file.bytes))
    },
  }),
]
