import type { WorkCase, WorkCaseList } from '@shared/contract/power/case'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Box, Heading } from '../../../../elements/dom'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { CaseListsView, useCaseLists } from '../../CaseLists'
import { WorkRow } from '../../work/WorkRow'

/** Lists the cases 照清单办事 of a village with their time limits, and opens new ones. */
export default function WorkCasesPage() {
  const org = useOwnOrg()
  const lists = useCaseLists<WorkCase>(
    org && `work-cases:${org}`,
    query => api('GET /orgs/:code/work/cases', { params: { code: org }, query }),
    IN_WORK,
  )
  const { first } = lists.pages
  useReshown(first.reload)
  const page = first.data as WorkCaseList | null
  return (
    <Frame title="照清单办事" narrow>
      <LoginGate error={first.error}>
        <Box as="header" className="board">
          <Heading level={1} className="board__name">
            {`${page?.org.name ?? ''}照清单办事`}
          </Heading>
          <Box className="buttons">
            {page && page.openable.length > 0 && (
              <Link className="button" label="提出一件事" url={routes.openCase(org)} />
            )}
            <Link className="button button--plain" label="看清单" url={routes.powers(org)} />
            <Link className="button button--plain" label="管清单" url={routes.keepPowers(org)} />
          </Box>
        </Box>
        <CaseListsView lists={lists} row={one => <WorkRow key={one.id} one={one} />} />
      </LoginGate>
    </Frame>
  )
}
