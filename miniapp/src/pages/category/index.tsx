import type { CategoryList, NoticeSummary, OrgPage } from '@shared/contract/reading/site'
import { GENERAL_CODE } from '@shared/facts/disclosure/categoryTypes'
import { api } from '../../api/client'
import { EmptyState } from '../../components/page/EmptyState'
import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { Loaded } from '../../components/page/Loaded'
import { Removed } from '../../components/presented/Removed'
import { Rest } from '../../components/page/ShowRest'
import { Breadcrumbs } from '../../components/page/Breadcrumbs'
import { Box, Heading } from '../../elements/dom'
import { usePages } from '../../hooks/usePages'
import { useParams } from '../../hooks/useParams'
import { useResource } from '../../hooks/useResource'
import { useShareCard } from '../../hooks/useShareCard'
import { routes } from '../../routes'
import { currentVillage } from '../../state/village'
import { Months } from './Months'

const USUAL = { monthly: '每月', quarterly: '每季度', 'half-yearly': '每半年', yearly: '每年' } as const

/** Lists a village's notices 分类列表 of one category, newest first; without a category all of them. */
export default function CategoryPage() {
  const params = useParams()
  const code = params['org'] ?? currentVillage() ?? ''
  const category = params['category']
  const org = useResource<OrgPage>(`org:${code}`, () => api('GET /orgs/:code', { params: { code } }))
  const categories = useResource<CategoryList>('categories', () => api('GET /categories'))
  const feed = usePages<NoticeSummary>(`feed:${code}:${category ?? ''}`, cursor =>
    api('GET /orgs/:code/notices', { params: { code }, query: { category, cursor } }),
  )
  const known = categories.data?.items.find(item => item.code === category)
  const name = known?.name ?? (category ? '公示' : '全部公示')
  const place = org.data?.name ?? ''
  useShareCard({ title: `${place}${name}`, path: routes.category(code, category) })

  return (
    <Frame title={name} stale={feed.first}>
      <Breadcrumbs steps={[{ label: place || '公开栏', url: routes.home(code) }, { label: name }]} />
      <Heading level={1} className="title">
        {`${place} ${name}`}
      </Heading>
      {category && <Gathered org={code} category={category} />}
      <Box className="section">
        <Loaded resource={feed.first}>
          {({ removed }) => (
            <>
              {feed.items.length === 0 && (
                <EmptyState
                  title="这一类还没有公示"
                  text={`公开以后会出现在这里${known ? `，通常${USUAL[known.frequency]}公开一次` : ''}。`}
                />
              )}
              <Months notices={feed.items} />
              <Removed org={code} removed={removed} />
            </>
          )}
        </Loaded>
        <Rest feed={feed} kept={{ org: code, category }} />
      </Box>
    </Frame>
  )
}

/** Links to the yearly overview of a category, finance year or payouts; the general one has none. */
function Gathered({ org, category }: { org: string; category: string }) {
  if (category === GENERAL_CODE) return null
  const isMoney = category === 'village-finance'
  const label = isMoney ? '全年的账' : '今年一共发了多少'
  const url = isMoney ? routes.finance(org) : routes.payouts(org, category)
  return (
    <Box className="buttons">
      <Link className="button button--plain" label={label} url={url} />
    </Box>
  )
}
