import { useState } from 'react'
import type { StaffResidencyClaim } from '@shared/contract/people/roster'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { ClaimCard } from './ClaimCard'

const STATES = [
  { value: 'pending', label: '等确认' },
  { value: 'confirmed', label: '已确认' },
  { value: 'refused', label: '没通过' },
  { value: 'ended', label: '已结束' },
] as const
type State = (typeof STATES)[number]['value']

/** Lists residency claims 村民认证 for confirmation by the village. */
export default function ClaimsPage() {
  const me = useMe()
  const [state, setState] = useState<State>('pending')
  const org = useOwnOrg()
  const list = usePages<StaffResidencyClaim>(
    me && org ? `claims:${org}:${state}` : null,
    cursor => api('GET /orgs/:code/residency-claims', { params: { code: org }, query: { cursor, state } }),
    IN_WORK,
  )
  return (
    <Frame title="村民认证" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          村民认证
        </Heading>
        <Box as="p" className="lead">
          姓名和身份证后几位已经与名册核对过。请确认申请的人就是本人，拿不准就打电话或当面核对。
        </Box>
      </Box>
      <Tabs label="状态" options={STATES} value={state} onChange={setState} />
      <LoginGate error={list.first.error}>
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="这里没有申请" text="村民在“我是本村人”里提的申请会列在这里。" />
            ) : (
              list.items.map(claim => (
                <ClaimCard key={claim.id} claim={claim} onChanged={list.first.reload} />
              ))
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </LoginGate>
    </Frame>
  )
}
