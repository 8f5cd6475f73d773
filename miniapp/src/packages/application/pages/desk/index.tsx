import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { ApplicationSummary } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Link } from '../../../../components/controls/Link'
import { Tabs } from '../../../../components/controls/Tabs'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { ApplicationRow } from '../../ApplicationRow'

const SHOWS = [
  { value: 'open', label: '没有答复的' },
  { value: 'rest', label: '其余' },
] as const
type Show = (typeof SHOWS)[number]['value']

/** Lists the applications of a street's desk by the days left. */
export default function ApplicationDeskPage() {
  const me = useMe()
  return (
    <Frame title="公开申请" narrow>
      <LoginGate>{me && <Desk me={me} />}</LoginGate>
    </Frame>
  )
}

function Desk({ me }: { me: Me }) {
  const params = useParams()
  const org = params['org'] ?? orgsOf(me)[0]?.value ?? ''
  const [show, setShow] = useState<Show>('open')
  const list = usePages<ApplicationSummary>(
    org && `application-desk:${org}:${show}`,
    cursor => api('GET /orgs/:code/applications', { params: { code: org }, query: { cursor, show } }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          公开申请
        </Heading>
        <Box className="buttons">
          <Link className="button" label="窗口登记" url={routes.applicationIntake(org)} />
        </Box>
      </Box>
      <Tabs label="哪些" options={SHOWS} value={show} onChange={setShow} />
      <Loaded resource={list.first}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState title="没有申请" text="收到的申请会按剩下的天数列在这里。" />
          ) : (
            list.items.map(one => (
              <ApplicationRow key={one.id} application={one} url={routes.applicationWork(one.id)} />
            ))
          )
        }
      </Loaded>
      <MoreButton pages={list} />
    </>
  )
}
