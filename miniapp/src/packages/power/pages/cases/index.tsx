import type { CaseSummary } from '@shared/contract/power/case'
import { api } from '../../../../api/client'
import { NeedVillage } from '../../../../components/choose/NeedVillage'
import { Frame } from '../../../../components/page/Frame'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { useVillage } from '../../../../state/village'
import { CaseListsView, useCaseLists } from '../../CaseLists'
import { CaseRow } from '../../CaseRow'

const TITLE = '正在办的事'

/** Lists the running and closed cases 办件 of a village, newest first. */
export default function CasesPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen ?? ''
  const lists = useCaseLists<CaseSummary>(org && `cases:${org}`, query =>
    api('GET /orgs/:code/cases', { params: { code: org }, query }),
  )
  useShareCard({ title: TITLE, path: routes.cases(org) })
  if (!org) return <NeedVillage title={TITLE} current="home" />
  return (
    <Frame title={TITLE} narrow stale={lists.pages.first}>
      <Breadcrumbs
        steps={[
          { label: '公开栏', url: routes.home(org) },
          { label: '小微权力清单', url: routes.powers(org) },
        ]}
      />
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {TITLE}
        </Heading>
        <Box as="p" className="lead">
          每件事办到哪一步、结果是什么。个人申请的事，不显示是谁家的。
        </Box>
      </Box>
      <CaseListsView lists={lists} row={one => <CaseRow key={one.id} one={one} />} />
    </Frame>
  )
}
