import { OrgCode } from '@shared/contract/common'
import { CatalogueVersions } from '@shared/contract/disclosure/noticeWorkflow'
import { z } from 'zod'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { presentCatalogueVersion } from '../presenters/catalogue'
import { staffRead } from '@server/http/route'
import { draftRoutes } from './drafts'
import { draftStepRoutes } from './draftSteps'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { catalogueVersions } from '../queries/catalogue'
import { authorize } from '../policy'

const tag = '目录管理'
const path = '/orgs/:code/catalogues'
const params = z.object({ code: OrgCode })

export const catalogueVersionRoutes = [
  ...draftRoutes,
  ...draftStepRoutes,
  staffRead({
    path,
    tag,
    summary: '本机构公开目录的全部版本',
    params,
    response: CatalogueVersions,
    handle: async ({ services: { db }, actor, params: { code } }) => {
      const org = await requireOrg(db, code, 'code')
      authorize(actor, 'catalogue.list', orgTarget(org))
      return { items: (await catalogueVersions(db, code)).map(presentCatalogueVersion) }
    },
  }),
]
