import { useState } from 'react'
import type { WorkRemoval, WorkRemovals } from '@shared/contract/disclosure/removal'
import { api } from '../../../../api/client'
import { SelectField } from '../../../../components/form/SelectField'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { RemovedRow } from '../../../../components/presented/Removed'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'

/** Lists withdrawals and erasures 撤回与删除 for staff: whom each waits for, until when, and what became of them. */
export default function RemovalDeskPage() {
  const me = useMe()
  const places = me ? orgsOf(me) : []
  const [chosen, setChosen] = useState(useParams()['org'])
  const org = chosen ?? places[0]?.value ?? ''
  const list = useResource<WorkRemovals>(
    me && org ? `removal-desk:${me.id}:${org}` : null,
    () => api('GET /orgs/:code/removals/work', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(list.reload)
  return (
    <Frame title="撤回与删除" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          撤回与删除
        </Heading>
        <Box as="p" className="lead">
          撤回要监督机构三个工作日内确认，不确认就恢复公开；依法删除要监督机构和街道（镇）都同意。
        </Box>
      </Box>
      {places.length > 1 && (
        <SelectField id="org" label="看哪里的" value={org} options={places} onChange={setChosen} />
      )}
      <LoginGate error={list.error}>
        <Loaded resource={list}>{({ items }) => <Lists items={items} org={org} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

function Lists({ items, org }: { items: readonly WorkRemoval[]; org: string }) {
  if (items.length === 0) {
    return (
      <EmptyState
        title="没有撤回和删除"
        text="撤回从一条公示的“其他办法”里办；依法删除由负责人从那里提出。"
      />
    )
  }
  const mine = items.filter(({ abilities }) => abilities.includes('agree'))
  const waiting = items.filter(one => one.state === 'waiting' && !one.abilities.includes('agree'))
  const done = items.filter(({ state }) => state !== 'waiting')
  return (
    <>
      <Part title="等我办" items={mine} org={org} />
      <Part title="等别人办" items={waiting} org={org} />
      <Part title="办完的" items={done} org={org} />
    </>
  )
}

function Part({ title, items, org }: { title: string; items: readonly WorkRemoval[]; org: string }) {
  if (items.length === 0) return null
  return (
    <Section title={`${title}（${items.length} 件）`}>
      {items.map(one => (
        <Box key={one.id}>
          <RemovedRow removed={one} withOrg={one.orgCode !== org} url={routes.removal(one.id)} />
          {one.waitsFor.length > 0 && <Box as="p" className="small">{`等${one.waitsFor.join('、')}`}</Box>}
        </Box>
      ))}
    </Section>
  )
}
