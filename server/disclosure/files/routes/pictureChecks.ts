import { publicFile, staffWrite } from '@server/http/route'
import { notFound } from '@server/platform/errors'
import { orgTarget, requireOrg } from '@server/people/orgs'
import { releasePicture } from '../commands/checkPictures'
import { authorize } from '../policy'
import { presentDownload, presentPicture } from '../presenters/files'
import { contentOf, fileOf, pictureOf } from '../queries/files'
import { checkAt, checkOf, stateOf } from '../queries/pictureChecks'

const tag = '公示办理'

export const pictureCheckRoutes = [
  publicFile('GET /picture-checks/:pass', {
    tag,
    summary: '微信检查照片时来取的地址：别人猜不到，检查完就打不开了',
    cache: 'no-store',
    handle: async ({ services: { db, clock }, params: { pass } }) => {
      const found = await checkAt(db, pass)
      const file = found && (await fileOf(db, found.check.sha256, found.check.orgCode))
      if (!file || stateOf(found, clock.now()) !== 'waiting') throw notFound('file-not-found')
      const picture = await pictureOf(db, file.sha256, 'reading')
      return picture
        ? presentPicture(file.name, picture)
        : presentDownload(file, file.name, await contentOf(db, file.sha256, file.bytes))
    },
  }),
  staffWrite('POST /orgs/:code/pictures/:sha256/release', {
    tag,
    summary: '第二个人看过微信没有通过的照片，认为没有问题，可以公开；上传的人自己不行',
    handle: async ({ params: { code, sha256 }, commit, ...caller }) => {
      const { db } = caller.services
      const org = await requireOrg(db, code, 'code')
      const known = await checkOf(db, sha256, code)
      const storedBy = known?.check.storedBy ?? ''
      const by = authorize(caller, 'picture.release', { org: orgTarget(org), storedBy })
      if (!known) throw notFound('file-not-found')
      return commit(async tx => {
        await releasePicture(tx, by, known)
        return { state: 'released' as const }
      })
    },
  }),
]
