import { useState } from 'react'
import { APPLICATION_RULES } from '@shared/facts/participation/applicationRules'
import type { Me } from '@shared/contract/people/auth'
import type { ApplicationSummary } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Link } from '../../../../components/controls/Link'
import { Tabs } from '../../../../components/controls/Tabs'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Section } from '../../../../components/page/Section'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { Box, Heading, Txt } from '../../../../elements/dom'
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

const SOON_DAYS = APPLICATION_RULES.remindDays
const GROUPS: readonly { title: string; has: (one: ApplicationSummary) => boolean }[] = [
  { title: '已经过期', has: ({ daysLeft }) => daysLeft !== null && daysLeft < 0 },
  {
    title: `${SOON_DAYS} 天内到期`,
    has: ({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= SOON_DAYS,
  },
  { title: '以后到期', has: ({ daysLeft }) => daysLeft !== null && daysLeft > SOON_DAYS },
  { title: '停表、待确认的', has: ({ daysLeft }) => daysLeft === null },
]

/** Groups of the open ones by their last day, empty ones left out; the rest is one list. */
function groupsOf(rows: readonly ApplicationSummary[], show: Show) {
  if (show === 'rest') return [{ title: '已经答复、结束的', rows }]
  return GROUPS.map(({ title, has }) => ({ title, rows: rows.filter(has) })).filter(
    group => group.rows.length > 0,
  )
}

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
          <Link className="button button--plain" label="查阅点" url={routes.readingPlaces(org)} />
        </Box>
      </Box>
      <Tabs label="哪些" options={SHOWS} value={show} onChange={setShow} />
      <Loaded resource={list.first}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState title="没有申请" text="收到的申请会按剩下的天数列在这里。" />
          ) : (
            groupsOf(list.items, show).map(({ title, rows }) => (
              <Section key={title} title={title} aside={<Txt className="small">{`${rows.length} 件`}</Txt>}>
                {rows.map(one => (
                  <ApplicationRow key={one.id} application={one} url={routes.applicationWork(one.id)} />
                ))}
              </Section>
            ))
          )
        }
      </Loaded>
      <MoreButton pages={list} />
    </>
  )
}
