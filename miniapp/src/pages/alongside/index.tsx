import type { AlongsidePage, AlongsideSide } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { CompareTable } from '../../components/CompareTable'
import { DiscrepancyCard } from '../../components/DiscrepancyCard'
import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { Loaded } from '../../components/page/Loaded'
import { PresentedBlocks } from '../../components/presented/PresentedBlocks'
import { Section } from '../../components/page/Section'
import { Breadcrumbs } from '../../components/page/Breadcrumbs'
import { Box, Heading } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { useParams } from '../../hooks/useParams'
import { useResource } from '../../hooks/useResource'
import { useShareCard } from '../../hooks/useShareCard'
import { routes } from '../../routes'

/** Shows a comparison 对照: disclosures of the same item and period by village and street, side by side. */
export default function AlongsidePageView() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<AlongsidePage>(`alongside:${id}`, () =>
    api('GET /notices/:id/alongside', { params: { id } }),
  )
  const item = page.data?.item.path.slice(-1)[0] ?? ''
  const title = page.data ? `${page.data.org.name}${item}对照` : '对照'
  useShareCard({ title, path: routes.alongside(id) })
  return (
    <Frame title={title} stale={page}>
      <Loaded resource={page} lines={12}>
        {data => <Comparing page={data} />}
      </Loaded>
    </Frame>
  )
}

function Comparing({ page }: { page: AlongsidePage }) {
  const { org, street, item, periodLabel, standard, village, government, owes, comparison, discrepancies } =
    page
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: org.name, url: routes.home(org.code) },
          { label: item.path.slice(-1)[0] ?? '', url: routes.item(item.id, org.code) },
        ]}
      />
      <Heading level={1} className="title">
        {`${org.name}与${street.name}公开对照`}
      </Heading>
      <Box as="p" className="small">{`${item.path.join(' › ')} · ${periodLabel}`}</Box>
      <Box as="p" className="compare__sentence">
        {comparison.sentence}
      </Box>
      {discrepancies.length > 0 && (
        <Section title="不一致的地方，怎么处理的">
          {discrepancies.map(discrepancy => (
            <DiscrepancyCard
              key={discrepancy.id}
              discrepancy={discrepancy}
              village={org.name}
              street={street.name}
            />
          ))}
        </Section>
      )}
      <PresentedBlocks blocks={standard.blocks} />
      <Section title="两边公开的内容">
        <Box className="buttons">
          <SideLink side={village} name={org.name} owes={owes.village} />
          <SideLink side={government} name={street.name} owes={owes.street} />
        </Box>
        <CompareTable comparison={comparison} village={org.name} street={street.name} />
      </Section>
    </>
  )
}

interface SideProps {
  side: AlongsideSide | null
  name: string
  /** Whether the catalogue obliges this side. */
  owes: boolean
}

function SideLink({ side, name, owes }: SideProps) {
  if (!side && !owes) return <Box as="p" className="small">{`${name}不用公开这一项。`}</Box>
  if (!side) return <Box as="p">{`× ${name}还没有公开这一项。`}</Box>
  const { id, publishedAt } = side.notice
  return (
    <Link
      className="button button--plain"
      label={`${name}的公示（${fullDate(publishedAt)}）`}
      url={routes.notice(id)}
    />
  )
}
