import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { DiscrepancyRow, DiscrepancyState } from '@shared/contract/disclosure/discrepancy'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { DiscrepancyPair, pairsOf } from './DiscrepancyLine'

type Show = DiscrepancyState | 'all'

const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'open', label: '待处理' },
  { value: 'answered', label: '已说明' },
  { value: 'ordered', label: '责令更正' },
  { value: 'corrected', label: '已更正' },
  { value: 'explained', label: '已认可' },
  { value: 'all', label: '全部' },
]

/** Lists discrepancies 不一致 between a village and its street; the street sees all its villages. */
export default function DiscrepanciesPage() {
  const me = useMe()
  return (
    <Frame title="两边不一致" narrow>
      <LoginGate>{me && <Discrepancies me={me} />}</LoginGate>
    </Frame>
  )
}

function Discrepancies({ me }: { me: Me }) {
  const params = useParams()
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(params['org'] ?? orgs[0]?.value ?? '')
  const [show, setShow] = useState<Show>('open')
  const list = usePages<DiscrepancyRow>(
    org && `discrepancies:${org}:${show}`,
    cursor =>
      api('GET /orgs/:code/discrepancies', {
        params: { code: org },
        query: { cursor, state: show === 'all' ? undefined : show },
      }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          两边不一致
        </Heading>
        <Box as="p" className="lead">
          同一事项，村里和街道公开的内容要对应一致。写法不同、意思一样的不算。
        </Box>
      </Box>
      {orgs.length > 1 && <Tabs label="机构" options={orgs} value={org} onChange={setOrg} />}
      <Tabs label="处理情况" options={SHOWS} value={show} onChange={setShow} />
      <LoginGate error={list.first.error}>
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="这里没有不一致" text="一方公开后，系统会和另一方对照，不一样的列在这里。" />
            ) : (
              pairsOf(list.items).map(pair => (
                <DiscrepancyPair key={pair[0]?.id} pair={pair} withOrg={pair[0]?.orgCode !== org} />
              ))
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </LoginGate>
    </>
  )
}
