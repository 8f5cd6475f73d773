import { flatMap } from '@shared/common/lists'
import type { AlongsidePage, AlongsideSide } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { CompareTable } from '../../components/CompareTable'
import { ContactRow } from '../../components/ContactRow'
import { DiscrepancyCard } from '../../components/DiscrepancyCard'
import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { Loaded } from '../../components/page/Loaded'
import { Fold } from '../../components/page/Fold'
import { NoticeRecord } from '../../components/presented/NoticeRecord'
import { PresentedBlocks } from '../../components/presented/PresentedBlocks'
import { Section } from '../../components/page/Section'
import { Breadcrumbs } from '../../components/page/Breadcrumbs'
import { Box, Heading } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { useParams } from '../../hooks/useParams'
import { useResource } from '../../hooks/useResource'
import { useShareCard } from '../../hooks/useShareCard'
import { routes } from '../../routes'
import { FigureTable } from './FigureTable'
import { differenceSentence, figureRows } from './figures'

/** Shows a comparison 对照: disclosures of the same item and period by village and street, side by side. */
export default function AlongsidePageView() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<AlongsidePage>(`alongside:${id}`, () =>
    api('GET /notices/:id/alongside', { params: { id } }),
  )
  const item = page.data?.item.path.slice(-1)[0] ?? ''
  const title = page.data ? `${page.data.org.name}${item}：和街道比一比` : '比一比'
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
  const names = { village: org.name, street: street.name }
  const figures = figureRows(comparison.fields)
  const figureIds = figures.map(({ id }) => id)
  // A differing row is shown once: with who answers for it.
  const explained = flatMap(discrepancies, ({ field, rows }) => [field, ...rows.map(({ id }) => id)])
  const difference = differenceSentence(figures, org.name, street.name)
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: org.name, url: routes.home(org.code) },
          { label: item.path.slice(-1)[0] ?? '', url: routes.item(item.id, org.code) },
        ]}
      />
      <Box as="p" className="small">
        {[org.name, periodLabel, item.path.join(' › ')].join('·')}
      </Box>
      <Heading level={1} className="title title--ruled">
        和街道公开的比一比
      </Heading>
      <Box className="leaf">
        {difference !== null && (
          <Box as="p" className="compare__difference">
            {difference}
          </Box>
        )}
        <Box as="p" className={difference === null ? 'compare__sentence' : undefined}>
          {comparison.sentence}
        </Box>
        <FigureTable rows={figures} {...names} />
      </Box>
      <CompareTable comparison={comparison} shown={[...figureIds, ...explained]} {...names}>
        {discrepancies.length > 0 && (
          <Section title="谁来说清楚">
            {discrepancies.map(discrepancy => (
              <DiscrepancyCard key={discrepancy.id} discrepancy={discrepancy} shown={figureIds} {...names} />
            ))}
            {org.contacts.map(contact => (
              <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
            ))}
          </Section>
        )}
      </CompareTable>
      <Section title="两边公开的全文">
        <Box className="pair pair--folds">
          <Side side={village} name={org.name} owes={owes.village} item={item} />
          <Side side={government} name={street.name} owes={owes.street} item={item} />
        </Box>
      </Section>
      <PresentedBlocks blocks={standard.blocks} folded />
    </>
  )
}

interface SideProps {
  side: AlongsideSide | null
  name: string
  /** Whether the catalogue obliges this side. */
  owes: boolean
  item: AlongsidePage['item']
}

/** Shows one side as its own page shows it. */
function Side({ side, name, owes, item }: SideProps) {
  if (!side && !owes) return <Box as="p" className="small">{`${name}不用公开这一项。`}</Box>
  if (!side) return <Box as="p">{`× ${name}还没有公开这一项。`}</Box>
  const { notice, presented } = side
  return (
    <Box>
      <Fold label={`${name}公开的`} note={`${fullDate(notice.publishedAt)}，第 ${notice.edition} 版`}>
        <NoticeRecord notice={notice} item={item} blocks={presented.blocks} side={name} />
      </Fold>
      <Link label={`${name}的公示（${fullDate(notice.publishedAt)}）`} url={routes.notice(notice.id)} />
    </Box>
  )
}
