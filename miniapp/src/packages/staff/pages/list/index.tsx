import { useReshown } from '../../../../hooks/useReshown'
import { useState } from 'react'
import type { Me } from '@shared/schemas/auth'
import type { NoticeState } from '@shared/schemas/notice'
import type { WorkNotice } from '@shared/schemas/work'
import { client } from '../../../../api/client'
import { EmptyState } from '../../../../components/EmptyState'
import { Frame } from '../../../../components/Frame'
import { Link } from '../../../../components/Link'
import { Loaded } from '../../../../components/Loaded'
import { MoreButton } from '../../../../components/MoreButton'
import { Tabs } from '../../../../components/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../LoginGate'
import { orgsOf } from '../../orgs'
import { DraftRows } from './DraftRows'
import { WorkRow } from './WorkRow'

const STATES: readonly { value: NoticeState | 'all'; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'draft', label: '草稿' },
  { value: 'submitted', label: '待审核' },
  { value: 'signed', label: '待公开' },
  { value: 'refused', label: '未通过' },
  { value: 'published', label: '已公开' },
]

/** 工作台: what is in work in one's own organisation. */
export default function WorkListPage() {
  const me = useMe()
  return (
    <Frame title="工作台" narrow>
      <LoginGate>{me && <Work me={me} />}</LoginGate>
    </Frame>
  )
}

function Work({ me }: { me: Me }) {
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(orgs[0]?.value ?? '')
  const [state, setState] = useState<NoticeState | 'all'>('all')
  const list = usePages<WorkNotice>(
    org && `work:${org}:${state}`,
    cursor => client.workList(org, { cursor, state: state === 'all' ? undefined : state }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          工作台
        </Heading>
        <Box as="p" className="lead">{`${me.name} · ${orgs.map(({ label }) => label).join('、')}`}</Box>
        <Box className="buttons">
          {me.abilities.includes('notice-create') && (
            <Link className="button" label="写公示" url={routes.pick(org)} />
          )}
          <Link className="button button--plain" label="异议" url={routes.objectionDesk(org)} />
          <Link className="button button--plain" label="两边不一致" url={routes.findings(org)} />
        </Box>
      </Box>
      <DraftRows />
      {orgs.length > 1 && <Tabs label="机构" options={orgs} value={org} onChange={setOrg} />}
      <Tabs label="状态" options={STATES} value={state} onChange={setState} />
      <LoginGate error={list.first.error}>
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="这里没有公示" text="写好的公示会列在这里，按最近改动的时间排。" />
            ) : (
              list.items.map(notice => <WorkRow key={notice.id} notice={notice} />)
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </LoginGate>
    </>
  )
}
