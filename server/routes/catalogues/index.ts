import { OrgCode } from '@shared/schemas/common'
import { CatalogueVersions, ImportResult } from '@shared/schemas/work'
import { z } from 'zod'
import { importCatalogue } from '../../commands/importCatalogue'
import { prepareCatalogue } from '../../commands/prepareCatalogue'
import { authorize } from '../../policies/authorize'
import { orgTarget } from '../../policies/targets'
import { presentCatalogueVersion } from '../../presenters/catalogue'
import { catalogueVersions } from '../../queries/catalogue'
import { orgOr404 } from '../../queries/work/places'
import { staffRead, staffUpload } from '../define'

const tag = '目录管理'
const path = '/orgs/:code/catalogues'
const params = z.object({ code: OrgCode })

export const catalogueVersionRoutes = [
  staffRead({
    path,
    tag,
    summary: '本机构公开目录的全部版本',
    params,
    response: CatalogueVersions,
    handle: async ({ services: { models }, actor, params: { code } }) => {
      const org = await orgOr404(models, code, 'code')
      authorize(actor, 'catalogue.list', orgTarget(org))
      return { items: (await catalogueVersions(models, code)).map(presentCatalogueVersion) }
    },
  }),
  staffUpload({
    path,
    tag,
    summary: '上传公开目录文件（xlsx、csv、html、docx、txt），存为新版本；有一处问题就一行也不存',
    params,
    response: ImportResult,
    handle: async ({ commit, file, params: { code }, ...deed }) => {
      const org = await orgOr404(deed.services.models, code, 'code')
      authorize(deed.actor, 'catalogue.import', orgTarget(org))
      const prepared = await prepareCatalogue({ file: file.name, bytes: file.bytes })
      return commit(async () => {
        const stored = await importCatalogue(deed, { org, prepared })
        return {
          catalogues: stored.map(presentCatalogueVersion),
          rows: stored.reduce((sum, catalogue) => sum + catalogue.itemCount, 0),
          warnings: prepared.warnings,
        }
      })
    },
  }),
]
