import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { Grant } from '@shared/contract/people/grant'
import type { OrgRef } from '@shared/contract/people/org'
import type { OrgList } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { NothingAsked } from '../../../../components/page/NothingAsked'
import { Section } from '../../../../components/page/Section'
import { usePages } from '../../../../hooks/usePages'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useMe } from '../../../../state/session'
import { GrantCard } from '../../grants/GrantCard'
import { GrantForm } from '../../grants/GrantForm'
import { OrgPick, areaOf } from '../../grants/OrgPick'
import { Page } from '../../Page'

/** Lists, grants and revokes the postings 任职 of the organisations in the administrator's area. */
export default function GrantsPage() {
  const me = useMe()
  const orgs = useResource<OrgList>('orgs', () => api('GET /orgs'))
  return (
    <Page
      title="任职"
      about="谁在哪个机构、任什么、到哪天止。安全管理员在这里任命和撤销，另一位管理员确认以后才算数；只有一位管理员的地方，由本单位负责人确认（监督机构成员由上一级负责人确认）。不能任命自己，也不能确认自己。"
    >
      <LoginGate>
        <Loaded resource={orgs}>{({ items }) => me && <Area me={me} orgs={areaOf(me, items)} />}</Loaded>
      </LoginGate>
    </Page>
  )
}

function Area({ me, orgs }: { me: Me; orgs: readonly OrgRef[] }) {
  const params = useParams()
  const [code, setCode] = useState(params['org'] ?? orgs[0]?.code ?? '')
  const org = orgs.find(one => one.code === code)
  if (orgs.length === 0) return <NothingAsked />
  return (
    <>
      <OrgPick orgs={orgs} value={code} onChange={setCode} />
      {org ? (
        <Postings key={org.code} me={me} org={org} />
      ) : (
        <EmptyState title="没有找到这个机构" text="请在上面重新选一个。" />
      )}
    </>
  )
}

function Postings({ me, org }: { me: Me; org: OrgRef }) {
  const [round, setRound] = useState(0)
  const list = usePages<Grant>(
    `grants:${me.id}:${org.code}:${round}`,
    cursor => api('GET /orgs/:code/grants', { params: { code: org.code }, query: { cursor } }),
    IN_WORK,
  )
  const renew = () => setRound(round + 1)
  return (
    <LoginGate error={list.first.error}>
      {me.roles.some(({ role }) => role === 'security-admin') && (
        <GrantForm key={round} org={org} onGranted={renew} />
      )}
      <Section title={`${org.name}的任职`}>
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="还没有任职" text="任命了人，就列在这里。" />
            ) : (
              list.items.map(grant => (
                <GrantCard key={`${grant.id}:${grant.version}`} grant={grant} onChanged={renew} />
              ))
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </Section>
    </LoginGate>
  )
}
