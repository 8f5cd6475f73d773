import { isStreet } from '@shared/common/orgKinds'
import type { OrgRef } from '@shared/contract/people/org'
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

const useOrg = (code: string | null) =>
  useResource<OrgPage>(code && `org:${code}`, () => api('GET /orgs/:code', { params: { code: code ?? '' } }))

/** Writes an application 申请公开 to the street or town of the village that one reads; a village itself takes none. */
export default function ApplyPage() {
  const params = useParams()
  const village = useVillage()
  const code = params['org'] ?? village
  const page = useOrg(code)
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
          return <Form reads={code} street={street} />
        }}
      </Loaded>
    </Frame>
  )
}

function Form({ reads, street }: { reads: string; street: Pick<OrgRef, 'code' | 'name'> }) {
  const { data } = useOrg(street.code)
  return (
    <>
      <Box as="header" className="board">
        <Box as="p" className="small">
          {`向${street.name}申请，不收费，最多 20 个工作日答复`}
        </Box>
        <Heading level={1} className="title">
          申请公开信息
        </Heading>
      </Box>
      <ApplyForm
        reads={reads}
        org={street.code}
        orgName={street.name}
        contacts={data?.contacts ?? []}
        onSent={id => replace(routes.application(id, 'sent'))}
      />
    </>
  )
}
