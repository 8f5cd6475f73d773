import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { OrgRef } from '@shared/contract/people/org'
import type { OrgList } from '@shared/contract/reading/site'
import type { WaitingWork } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { SelectField } from '../../../../components/form/SelectField'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Box, Heading } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { placesOf } from '../../places'
import { MatrixLinks } from './MatrixLinks'
import { DraftRows } from './DraftRows'
import { Everything } from './Everything'
import { Waiting } from './Waiting'

/** Shows the workbench 工作台: pending notices first, then all others. */
export default function WorkListPage() {
  const me = useMe()
  return (
    <Frame title="工作台">
      <LoginGate>{me && <Work me={me} />}</LoginGate>
    </Frame>
  )
}

function Work({ me }: { me: Me }) {
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(orgs[0]?.value ?? '')
  const everyOrg = useResource<OrgList>('orgs', () => api('GET /orgs'))
  const places = placesOf(me, everyOrg.data?.items ?? [])
  const waiting = useResource<WaitingWork>(
    org ? `waiting:${org}` : null,
    () => api('GET /orgs/:code/work/waiting', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(waiting.reload)
  const place = everyOrg.data?.items.find(({ code }) => code === org)
  const own = orgs.some(({ value }) => value === org)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          工作台
        </Heading>
        <Box as="p" className="lead">{`${me.name} · ${orgs.map(({ label }) => label).join('、')}`}</Box>
        <WorkLinks me={me} org={org} place={place} own={own} />
      </Box>
      {places.length > 1 && (
        <SelectField id="work-place" label="看哪里" value={org} options={places} onChange={setOrg} />
      )}
      <LoginGate error={waiting.error}>
        <Box className="cols">
          <Box>
            <DraftRows />
            <Waiting org={org} waiting={waiting} />
          </Box>
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
}

function WorkLinks({ me, org, place, own }: LinksProps) {
  const writeFor = own ? org : (orgsOf(me)[0]?.value ?? org)
  return (
    <Box className="buttons">
      {me.abilities.includes('notice-create') && (
        <Link className="button" label="写公示" url={routes.pick(writeFor)} />
      )}
      <Link className="button button--plain" label="异议" url={routes.objectionWork(org)} />
      <Link className="button button--plain" label="两边不一致" url={routes.discrepancies(org)} />
      {org && <Link className="button button--plain" label="机构与联系人" url={routes.contacts(org)} />}
      {place && <MatrixLinks org={place} />}
    </Box>
  )
}
