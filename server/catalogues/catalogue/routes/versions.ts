import { presentCatalogueVersion } from '../presenters/catalogue'
import { staffRead } from '@server/http/route'
import { draftRoutes } from './drafts'
import { draftStepRoutes } from './draftSteps'
import { catalogueVersions } from '../queries/catalogue'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '目录管理'

export const catalogueVersionRoutes = [
  ...draftRoutes,
  ...draftStepRoutes,
  staffRead('GET /orgs/:code/catalogues', {
    tag,
    summary: '本机构公开目录的全部版本',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'catalogue.list', orgTarget(org))
      return { items: (await catalogueVersions(db, code)).map(presentCatalogueVersion) }
    },
  }),
]
