import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { RosterPage as Roster, RosterPerson } from '@shared/contract/people/roster'
import { api } from '../../../../api/client'
import { Tabs } from '../../../../components/controls/Tabs'
import { TextField } from '../../../../components/form/TextField'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { NothingAsked } from '../../../../components/page/NothingAsked'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { usePages } from '../../../../hooks/usePages'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK } from '../../../../hooks/useResource'
import { useMe } from '../../../../state/session'
import { Upload } from '../../roster/Upload'
import { Page } from '../../Page'

/** Shows and replaces the roster 村民名册 that residents are verified against; for the village's committee alone. */
export default function RosterPage() {
  const me = useMe()
  return (
    <Page title="村民名册" about="村民说“我是本村人”时，和这份名册核对。只有本村经办的人能看，街道看不到。">
      <LoginGate>{me && <Rosters me={me} />}</LoginGate>
    </Page>
  )
}

function Rosters({ me }: { me: Me }) {
  const params = useParams()
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(params['org'] ?? orgs[0]?.value ?? '')
  return (
    <>
      {orgs.length > 1 && <Tabs label="机构" options={orgs} value={org} onChange={setOrg} />}
      {org ? <Book key={org} org={org} /> : <NothingAsked />}
    </>
  )
}

const sizeOf = ({ total, importedAt }: Roster): string =>
  importedAt ? `${fullDate(importedAt)}换的，共 ${total} 人` : '还没有名册'

function Book({ org }: { org: string }) {
  const [words, setWords] = useState('')
  const [round, setRound] = useState(0)
  const name = words.trim().length > 1 ? words.trim() : undefined
  const list = usePages<RosterPerson>(
    `roster:${org}:${name ?? ''}:${round}`,
    cursor => api('GET /orgs/:code/roster', { params: { code: org }, query: { cursor, name } }),
    IN_WORK,
  )
  return (
    <LoginGate error={list.first.error}>
      <Upload org={org} onStored={() => setRound(round + 1)} />
      <Section title="现在的名册">
        <TextField
          id="roster-name"
          label="按姓名找"
          help="写全姓名。列表里的姓名遮住一部分。"
          kind="search"
          maxLength={30}
          value={words}
          onChange={setWords}
        />
        <Loaded resource={list.first}>
          {page => (
            <>
              <Box as="p" className="small">
                {sizeOf(page as Roster)}
              </Box>
              {list.items.length === 0 && (
                <EmptyState
                  title="没有找到"
                  text={name ? `名册里没有“${name}”。` : '选一份名册文件，就列在这里。'}
                />
              )}
              {list.items.map(person => (
                <Person key={person.id} person={person} />
              ))}
            </>
          )}
        </Loaded>
        <MoreButton pages={list} />
      </Section>
    </LoginGate>
  )
}

function Person({ person: { name, group, hasPhone, verified } }: { person: RosterPerson }) {
  return (
    <Box className="row">
      <Txt className="row__main">
        <Txt className="row__title">{name}</Txt>
        <Txt className="row__meta">
          {[group, hasPhone ? '有手机号' : '没有手机号'].filter(Boolean).join('，')}
        </Txt>
      </Txt>
      {verified && <Txt className="state state--ok">✓ 已认证</Txt>}
    </Box>
  )
}
