import { isStreet } from '@shared/common/orgKinds'
import type { OrgPage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Link } from '../../../../components/controls/Link'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { replace, routes } from '../../../../routes'
import { useVillage } from '../../../../state/village'
import { ApplyForm } from './ApplyForm'
import { PublicFirst } from './PublicFirst'

/** Writes an application 申请公开 to the street or town of the village that one reads; a village itself takes none. */
export default function ApplyPage() {
  const params = useParams()
  const village = useVillage()
  const code = params['org'] ?? village
  const page = useResource<OrgPage>(code && `org:${code}`, () =>
    api('GET /orgs/:code', { params: { code: code ?? '' } }),
  )
  if (code === null) {
    return (
      <Frame title="我要申请" narrow>
        <EmptyState title="先选村" text="选了村，就知道向哪个街道（镇）申请。">
          <Link className="button" label="选村" url={routes.village()} />
        </EmptyState>
      </Frame>
    )
  }
  return (
    <Frame title="我要申请" narrow>
      <Loaded resource={page}>
        {org => {
          const street = [...org.ancestors, org].find(isStreet)
          if (!street) return <EmptyState title="这里不收申请" text="请先选一个村，向它的街道（镇）申请。" />
          return (
            <>
              <Box as="header" className="board">
                <Heading level={1} className="board__name">
                  {`向${street.name}申请公开`}
                </Heading>
                <Box as="p" className="lead">
                  最多 20 个工作日答复。不收费，不问用途。
                </Box>
              </Box>
              <PublicFirst org={code} />
              <ApplyForm
                org={street.code}
                orgName={street.name}
                onSent={id => replace(routes.application(id, 'sent'))}
              />
            </>
          )
        }}
      </Loaded>
    </Frame>
  )
}
