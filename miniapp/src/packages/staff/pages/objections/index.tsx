import { useEffect, useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { ObjectionSummary } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { ObjectionRow } from '../../../../components/ObjectionRow'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { desksIn, refreshTodoCounts, useTodoCounts } from '../../../../state/todos'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { useRail } from '../../../../components/staff/Rail'
import { setAddress } from '../../../../elements/platform'
import { ObjectionTable } from './ObjectionTable'

type Show = 'waiting' | 'rest'

const SHOWS = [
  { value: 'waiting', label: '要办的' },
  { value: 'rest', label: '其余' },
] as const

/** Lists objections 异议 that wait for an answer, the oldest due date first. */
export default function ObjectionWorkPage() {
  const me = useMe()
  const railed = useRail()
  return (
    <Frame title="异议" narrow={!railed} wide={railed}>
      <LoginGate>{me && <Desk me={me} />}</LoginGate>
    </Frame>
  )
}

/** What is looked at, and in which order; kept in the address. */
function useLooked(first: string) {
  const { org: asked, show, sort } = useParams()
  const [looked, set] = useState<{ org: string; show: Show; sort: string | null }>({
    org: asked ?? first,
    show: show === 'rest' ? show : 'waiting',
    sort: sort ?? null,
  })
  const look = (next: Partial<typeof looked>) => {
    const { org, ...rest } = { ...looked, ...next }
    set({ org, ...rest })
    setAddress(routes.objectionWork(org, rest))
  }
  return { ...looked, look }
}

function Desk({ me }: { me: Me }) {
  const orgs = orgsOf(me)
  const railed = useRail()
  const { org, show, sort, look } = useLooked(orgs[0]?.value ?? '')
  const list = usePages<ObjectionSummary>(
    org && `objection-work:${org}:${show}`,
    cursor => api('GET /orgs/:code/objections', { params: { code: org }, query: { cursor, show } }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  const counts = useTodoCounts(me.id)
  useEffect(() => void refreshTodoCounts(me.id), [me.id])
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          异议
        </Heading>
        {desksIn(counts, org).includes('claims') && (
          <Box className="buttons">
            <Link className="button button--plain" label="村民认证申请" url={routes.residencyClaims(org)} />
          </Box>
        )}
      </Box>
      {orgs.length > 1 && (
        <Tabs label="机构" options={orgs} value={org} onChange={next => look({ org: next })} />
      )}
      <Tabs label="办理情况" options={SHOWS} value={show} onChange={next => look({ show: next })} />
      <LoginGate error={list.first.error}>
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="这里没有异议" text="村民提了异议会列在这里，最急的在最前面。" />
            ) : railed ? (
              <ObjectionTable objections={list.items} sort={sort} onSort={next => look({ sort: next })} />
            ) : (
              list.items.map(one => (
                <ObjectionRow
                  key={one.id}
                  objection={one}
                  withOrg={one.orgCode !== org}
                  url={routes.answer(one.id)}
                />
              ))
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </LoginGate>
    </>
  )
}
