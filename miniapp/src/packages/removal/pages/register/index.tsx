import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import type { OrgPage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { RemovedRow } from '../../../../components/presented/Removed'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { usePages } from '../../../../hooks/usePages'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { currentVillage } from '../../../../state/village'

/** Shows the public register 撤回与删除登记 of an organisation, of a street with its villages'. */
export default function RegisterPage() {
  const code = useParams()['org'] ?? currentVillage() ?? ''
  const org = useResource<OrgPage>(`org:${code}`, () => api('GET /orgs/:code', { params: { code } }))
  const list = usePages<RemovedNotice>(`removals:${code}`, cursor =>
    api('GET /orgs/:code/removals', { params: { code }, query: { cursor } }),
  )
  const name = org.data?.name ?? ''
  useShareCard({ title: `${name}撤回与删除登记`, path: routes.removals(code) })
  return (
    <Frame title="撤回与删除登记" stale={list.first}>
      <Breadcrumbs
        steps={[{ label: name || '公开栏', url: routes.home(code) }, { label: '撤回与删除登记' }]}
      />
      <Heading level={1} className="title">
        撤回与删除登记
      </Heading>
      <Box as="p" className="lead">
        公开过又撤回、或者依法删除的，都记在这里：哪天、谁、依据什么。删去的内容不在这里。
      </Box>
      <Loaded resource={list.first}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState title="还没有撤回或删除过" text="撤回、依法删除公示以后，会一条一条记在这里。" />
          ) : (
            list.items.map(one => <RemovedRow key={one.id} removed={one} withOrg={one.orgCode !== code} />)
          )
        }
      </Loaded>
      <MoreButton pages={list} />
    </Frame>
  )
}
