import type { CasePage } from '@shared/contract/power/case'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Fold } from '../../../../components/page/Fold'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { shortDay } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { Chart } from '../../chart/Chart'
import { Risks } from '../../item/Rules'
import { Now } from './Now'
import { Way } from './Way'
import '../../power.scss'

/** Shows a case 一件事: progress on its flow chart, results of each step, related notices. */
export default function CasePageView() {
  const { id = '' } = useParams()
  const page = useResource<CasePage>(id && `case:${id}`, () => api('GET /cases/:id', { params: { id } }))
  const title = page.data?.itemName ?? '办到哪一步'
  useShareCard({ title: `${page.data?.org.name ?? ''}：${title}`, path: routes.caseOf(id) })
  return (
    <Frame title={title} stale={page}>
      <Loaded resource={page} lines={12}>
        {data => <Matter page={data} />}
      </Loaded>
    </Frame>
  )
}

function Matter({ page }: { page: CasePage }) {
  const { org, item, itemName, title, classLabel } = page
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: org.name, url: routes.home(org.code) },
          { label: '正在办的事', url: routes.cases(org.code) },
        ]}
      />
      <Box as="p" className="small">
        {[org.name, classLabel, `${shortDay(page.openedOn)}提出`].join('·')}
      </Box>
      <Heading level={1} className="title title--ruled">
        {title ?? itemName}
      </Heading>
      <Now page={page} />
      <Box className="cols">
        <Box>
          <Way page={page} />
          <Fold label="流程图" note={`共 ${item.steps.length} 步，每一步谁做、几天`}>
            <Chart item={item} progress={page.progress} />
          </Fold>
        </Box>
        <Box>
          <Notices notices={page.notices} />
          <Risks item={item} title="怕什么，怎么防" />
          <Box className="buttons">
            <Link
              className="button button--plain"
              label={`这个事项怎么办：${itemName}`}
              url={routes.power(org.code, page.itemCode)}
            />
          </Box>
        </Box>
      </Box>
    </>
  )
}

function Notices({ notices }: Pick<CasePage, 'notices'>) {
  return (
    <Section title="公示">
      {notices.length === 0 && (
        <EmptyState title="还没有公示" text="办完要公开的环节，公示登出来就列在这里。" />
      )}
      {notices.map(({ id, title }) => (
        <Link key={id} className="row" label={title} url={routes.notice(id)}>
          <Txt className="row__title">{title}</Txt>
        </Link>
      ))}
    </Section>
  )
}
