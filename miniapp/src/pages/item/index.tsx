import type { ItemPage, NoticeSummary } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { EmptyState } from '../../components/page/EmptyState'
import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { Loaded } from '../../components/page/Loaded'
import { NoticeRow } from '../../components/NoticeRow'
import { PresentedBlocks } from '../../components/presented/PresentedBlocks'
import { Section } from '../../components/page/Section'
import { Breadcrumbs } from '../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../elements/dom'
import { shortDate } from '../../format/date'
import { useParams } from '../../hooks/useParams'
import { useResource } from '../../hooks/useResource'
import { useShareCard } from '../../hooks/useShareCard'
import { routes } from '../../routes'
import { useVillage } from '../../state/village'
import { Guide } from '../../components/presented/Guide'

/** Shows an item 事项 of the street's catalogue with the shared presentation, and its disclosures. */
export default function ItemPageView() {
  const params = useParams()
  const chosen = useVillage()
  const id = params['id'] ?? ''
  const org = params['org'] ?? chosen ?? undefined
  const page = useResource<ItemPage>(`item:${id}:${org ?? ''}`, () =>
    api('GET /catalogue-items/:id', { params: { id }, query: { org } }),
  )
  const title = page.data?.item.path.slice(-1)[0] ?? '公开事项'
  useShareCard({ title, path: routes.item(id, org) })
  return (
    <Frame title={title} stale={page}>
      <Loaded resource={page} lines={10}>
        {data => <Item page={data} org={org} />}
      </Loaded>
    </Frame>
  )
}

function Item({ page, org }: { page: ItemPage; org: string | undefined }) {
  const { item, issuer, presented, government, villages } = page
  return (
    <>
      <Breadcrumbs
        steps={[{ label: `${issuer.name}公开目录`, url: routes.catalogue(org) }, { label: item.area }]}
      />
      <Heading level={1} className="title">
        {item.path.slice(-1)[0]}
      </Heading>
      <Box className="buttons">
        <Link
          className="button button--plain"
          label="各村公开的这一项"
          url={routes.column(issuer.code, item.key)}
        />
      </Box>
      <Box className="cols">
        <Box>
          {page.guide && <Guide guide={page.guide} />}
          <PresentedBlocks blocks={presented.blocks} />
          <Section title={`${issuer.name}公开的`}>
            {government.length === 0 && (
              <EmptyState title="还没有公开" text={`${issuer.name}公开这一项以后会列在这里。`} />
            )}
            {government.map(notice => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </Section>
        </Box>
        <Section title="各村（社区）公开的">
          {villages.map(village => (
            <VillageRow key={village.org.code} name={village.org.name} newest={village.newest} />
          ))}
        </Section>
      </Box>
    </>
  )
}

function VillageRow({ name, newest }: { name: string; newest: NoticeSummary | null }) {
  if (!newest) {
    return (
      <Box className="row">
        <Txt className="row__title">{name}</Txt>
        <Txt className="state">! 还没有公开</Txt>
      </Box>
    )
  }
  const when = `${newest.periodLabel} · ${shortDate(newest.publishedAt)}公开`
  return (
    <Box className="row">
      <Link className="link row__main" label={`${name}，${when}`} url={routes.notice(newest.id)}>
        <Txt>
          <Txt className="row__title">{name}</Txt>
          <Txt className="row__meta">{when}</Txt>
        </Txt>
      </Link>
      <Link label={`看对照，${name}`} url={routes.alongside(newest.id)}>
        看对照
      </Link>
    </Box>
  )
}
