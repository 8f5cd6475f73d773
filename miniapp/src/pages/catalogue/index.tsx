import type { CataloguePage } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { CatalogueTree } from '../../components/CatalogueTree'
import { EmptyState } from '../../components/page/EmptyState'
import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { Loaded } from '../../components/page/Loaded'
import { NeedVillage } from '../../components/choose/NeedVillage'
import { Box, Heading } from '../../elements/dom'
import { useParams } from '../../hooks/useParams'
import { useResource } from '../../hooks/useResource'
import { useShareCard } from '../../hooks/useShareCard'
import { routes } from '../../routes'
import { useVillage } from '../../state/village'

/** Shows the street's catalogue 街道目录 by area and item. */
export default function CataloguePageView() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen
  const page = useResource<CataloguePage>(org && `catalogue:${org}`, () =>
    api('GET /orgs/:code/catalogue', { params: { code: org ?? '' } }),
  )
  const title = page.data ? `${page.data.issuer.name}公开目录` : '公开目录'
  useShareCard({ title, path: routes.catalogue(org ?? undefined) })
  if (!org) return <NeedVillage title="公开目录" current="catalogue" />
  return (
    <Frame title={title} current="catalogue" stale={page}>
      <Loaded resource={page}>
        {({ issuer, areas }) => (
          <>
            <Box as="header" className="board">
              <Heading level={1} className="board__name">
                {`${issuer.name}公开目录`}
              </Heading>
              <Box as="p" className="lead">
                {`${issuer.name}按标准目录应当公开的事项，共 ${areas.length} 个领域。`}
              </Box>
              <Box className="buttons">
                <Link className="button button--plain" label="哪些到期没公开" url={routes.columns(org)} />
              </Box>
            </Box>
            {areas.length === 0 ? (
              <EmptyState title="目录还没有发布" text={`${issuer.name}发布目录以后，会按领域列在这里。`} />
            ) : (
              <CatalogueTree areas={areas} org={org} />
            )}
          </>
        )}
      </Loaded>
    </Frame>
  )
}
