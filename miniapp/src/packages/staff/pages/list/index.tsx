import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { Desk as DeskName } from '@shared/contract/people/todo'
import type { OrgRef } from '@shared/contract/people/org'
import type { OrgList } from '@shared/contract/reading/site'
import type { WaitingWork } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { SelectField } from '../../../../components/form/SelectField'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { NothingAsked } from '../../../../components/page/NothingAsked'
import { NotLoaded } from '../../../../components/page/NotLoaded'
import { Box, Heading } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useParams } from '../../../../hooks/useParams'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useRail } from '../../../../components/staff/Rail'
import { fullDate } from '../../../../format/date'
import { serverNow } from '../../../../state/serverClock'
import { desksIn } from '../../../../state/todos'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { placesOf } from '../../places'
import { TodoList } from '../../todos/TodoList'
import { TodoTable } from '../../todos/TodoTable'
import { useMany } from '../../todos/useMany'
import { useTodos } from '../../todos/useTodos'
import { MatrixLinks } from './MatrixLinks'
import { DraftRows } from './DraftRows'
import { Everything } from './Everything'
import { Waiting } from './Waiting'

/** Shows the workbench 工作台: what waits for the person, then all notices; with the rail each on a page of its own. */
export default function WorkListPage() {
  const me = useMe()
  const railed = useRail()
  return (
    <Frame title="工作台" wide={railed}>
      <LoginGate>{me && (railed ? <Desk me={me} /> : <Work me={me} />)}</LoginGate>
    </Frame>
  )
}

/** Loads the organisation that is looked at and its pending notices. */
function usePlace(me: Me) {
  const asked = useParams()['org'] ?? ''
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(asked || (orgs[0]?.value ?? ''))
  const everyOrg = useResource<OrgList>('orgs', () => api('GET /orgs'))
  const places = placesOf(me, everyOrg.data?.items ?? [])
  const waiting = useResource<WaitingWork>(
    org ? `waiting:${org}` : null,
    () => api('GET /orgs/:code/work/waiting', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(waiting.reload)
  const place = everyOrg.data?.items.find(({ code }) => code === org)
  return { org, setOrg, everyOrg, places, waiting, place, own: orgs.some(({ value }) => value === org) }
}

/** The workbench with the rail: what waits, or all notices of an organisation. */
function Desk({ me }: { me: Me }) {
  return useParams()['view'] === 'notices' ? <DeskNotices me={me} /> : <DeskTodos me={me} />
}

function DeskTodos({ me }: { me: Me }) {
  const todos = useTodos(me)
  const many = useMany(todos.reload)
  const { counts } = todos
  const told = counts && `等您办 ${counts.total} 件，过期 ${counts.late} 件`
  return (
    <LoginGate error={todos.pages.first.error}>
      <Box as="header" className="desk-head">
        <Heading level={1} className="desk-head__title">
          工作台
        </Heading>
        <Box as="p" className="desk-head__told">
          {[fullDate(serverNow().toISOString()), told].filter(Boolean).join('，')}
        </Box>
        {me.abilities.includes('notice-create') && (
          <Link
            className="button button--plain"
            label="写公示"
            url={routes.pick(orgsOf(me)[0]?.value ?? '')}
          />
        )}
      </Box>
      <DraftRows />
      <TodoTable {...todos} many={many} />
    </LoginGate>
  )
}

function DeskNotices({ me }: { me: Me }) {
  const { org, setOrg, everyOrg, places, waiting, place, own } = usePlace(me)
  return (
    <LoginGate error={waiting.error}>
      <Box as="header" className="desk-head">
        <Heading level={1} className="desk-head__title">
          公示
        </Heading>
        {places.length > 1 && (
          <SelectField id="work-place" label="看哪里" value={org} options={places} onChange={setOrg} />
        )}
      </Box>
      <NotLoaded what="机构名单" resource={everyOrg} />
      {place && !own && (
        <Box className="buttons">
          <MatrixLinks org={place} desks={[]} />
        </Box>
      )}
      {org ? (
        <>
          <Waiting org={org} waiting={waiting} />
          <Everything key={org} org={org} own={own} />
        </>
      ) : (
        <NothingAsked />
      )}
    </LoginGate>
  )
}

function Work({ me }: { me: Me }) {
  const orgs = orgsOf(me)
  const { org, setOrg, everyOrg, places, waiting, place, own } = usePlace(me)
  const todos = useTodos(me)
  const desks = desksIn(todos.counts, org)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          工作台
        </Heading>
        <Box as="p" className="lead">{`${me.name} · ${orgs.map(({ label }) => label).join('、')}`}</Box>
        <WorkLinks me={me} org={org} place={place} own={own} desks={desks} />
      </Box>
      <LoginGate error={waiting.error ?? todos.pages.first.error}>
        <DraftRows />
        <TodoList {...todos} />
        <NotLoaded what="机构名单" resource={everyOrg} />
        {places.length > 1 && (
          <SelectField id="work-place" label="看哪里" value={org} options={places} onChange={setOrg} />
        )}
        <Box className="cols">
          {org && <Waiting org={org} waiting={waiting} />}
          {org && <Everything key={org} org={org} own={own} />}
        </Box>
      </LoginGate>
    </>
  )
}

interface LinksProps {
  me: Me
  org: string
  place: OrgRef | undefined
  /** The person has a role in this organisation itself, not only above it. */
  own: boolean
  desks: readonly DeskName[]
}

function WorkLinks({ me, org, place, own, desks }: LinksProps) {
  const writeFor = own ? org : (orgsOf(me)[0]?.value ?? org)
  return (
    <Box className="buttons">
      {me.abilities.includes('notice-create') && (
        <Link className="button" label="写公示" url={routes.pick(writeFor)} />
      )}
      <Link className="button button--plain" label="异议" url={routes.objectionWork(org)} />
      <Link className="button button--plain" label="两边不一致" url={routes.discrepancies(org)} />
      {org && <Link className="button button--plain" label="机构与联系人" url={routes.contacts(org)} />}
      {place && <MatrixLinks org={place} desks={desks} />}
    </Box>
  )
}
