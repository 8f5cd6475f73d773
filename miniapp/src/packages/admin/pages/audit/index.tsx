import { pathTo } from '@shared/client'
import { chinaTime } from '@shared/common/period'
import { useState } from 'react'
import type { AuditEntry } from '@shared/contract/people/audit'
import type { Me } from '@shared/contract/people/auth'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Tabs } from '../../../../components/controls/Tabs'
import { DateField } from '../../../../components/form/DateField'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Problems } from '../../../../components/page/Problems'
import { Box, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { useDownload } from '../../../../hooks/useDownload'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useMe } from '../../../../state/session'
import { Page } from '../../Page'

const OUTCOMES = [
  { value: 'all', label: '全部' },
  { value: 'done', label: '办了' },
  { value: 'read', label: '看了' },
  { value: 'refused', label: '被拒绝' },
] as const
type Outcome = (typeof OUTCOMES)[number]['value']

/** Shows and exports the audit log 操作日志 of the area, for the audit administrator. */
export default function AuditPage() {
  const me = useMe()
  return (
    <Page title="操作日志" about="谁在什么时候办了什么、看了什么，什么被拒绝。新的在前。导出也会记一笔。">
      <LoginGate>{me && <Log me={me} />}</LoginGate>
    </Page>
  )
}

function Log({ me }: { me: Me }) {
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(orgs[0]?.value ?? '')
  const [outcome, setOutcome] = useState<Outcome>('all')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const file = useDownload()
  const filter = {
    org,
    outcome: outcome === 'all' ? undefined : outcome,
    from: from || undefined,
    to: to || undefined,
  }
  const list = usePages<AuditEntry>(
    org && `audit:${JSON.stringify(filter)}`,
    cursor => api('GET /audit', { query: { ...filter, cursor } }),
    IN_WORK,
  )
  return (
    <LoginGate error={list.first.error}>
      {orgs.length > 1 && <Tabs label="机构" options={orgs} value={org} onChange={setOrg} />}
      <Tabs label="结果" options={OUTCOMES} value={outcome} onChange={setOutcome} />
      <DateField id="audit-from" label="从哪天" value={from} onChange={setFrom} />
      <DateField id="audit-to" label="到哪天" value={to} onChange={setTo} />
      <Problems problems={file.problems} />
      <Box className="buttons">
        <Button
          look="plain"
          label={file.busy ? '正在导出…' : '导出这些'}
          disabled={file.busy}
          onPress={() => void file.fetch(pathTo('GET /audit/export', { query: filter }), '操作日志.txt')}
        />
      </Box>
      <Loaded resource={list.first}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState title="没有这样的记录" text="换一个结果或者日子再看。" />
          ) : (
            list.items.map(entry => <Entry key={entry.id} entry={entry} />)
          )
        }
      </Loaded>
      <MoreButton pages={list} />
    </LoginGate>
  )
}

function Entry({
  entry: { at, outcome, outcomeLabel, actorName, actionLabel, orgCode },
}: {
  entry: AuditEntry
}) {
  return (
    <Box className="row">
      <Box className="row__main">
        <Txt className="row__title">{`${actorName}，${actionLabel}`}</Txt>
        <Txt className="row__meta">{`${fullDate(at)} ${chinaTime(at)}，${orgCode}`}</Txt>
      </Box>
      <Txt className="state">{outcome === 'refused' ? `× ${outcomeLabel}` : outcomeLabel}</Txt>
    </Box>
  )
}
