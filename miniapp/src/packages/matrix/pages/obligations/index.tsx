import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { Obligation, ObligationList } from '@shared/contract/disclosure/obligation'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { type Pages, usePages } from '../../../../hooks/usePages'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { serverToday } from '../../../../state/serverClock'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { useRail } from '../../../../components/staff/Rail'
import { setAddress } from '../../../../elements/platform'
import { MonthCalendar } from '../../calendar/MonthCalendar'
import type { LookedMonth } from '../../calendar/types'
import { ConditionSwitches } from '../../obligation/ConditionSwitches'
import { ObligationRow } from '../../obligation/ObligationRow'
import { ObligationTable } from '../../obligation/ObligationTable'
import { WaitingList } from '../../obligation/WaitingList'
import '../../matrix.scss'

type Show = 'open' | 'month' | 'overdue' | 'done' | 'unresolved' | 'not-applicable' | 'calendar'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'open', label: '要办的' },
  { value: 'month', label: '本月的' },
  { value: 'overdue', label: '已过期' },
  { value: 'done', label: '已公开' },
  { value: 'unresolved', label: '时限不明' },
  { value: 'not-applicable', label: '不适用' },
]

/** On a wide screen of staff. */
const CALENDAR = { value: 'calendar', label: '月历' } as const

const EMPTY: Record<Show, string> = {
  open: '没有要办的。到了时候、或者下面的事发生了，就会列在这里。',
  month: '这个月没有到期的。',
  overdue: '没有过期的。',
  done: '公开以后会列在这里。',
  unresolved: '目录里写的时限都看得懂。',
  'not-applicable': '没有标为不适用的。',
  calendar: '没有到期的。',
}

/** Lists the obligations 要公开的 of an organisation by due date, and records events that start time limits. */
export default function ObligationsPage() {
  const me = useMe()
  const railed = useRail()
  return (
    <Frame title="要公开的" narrow={!railed} wide={railed}>
      <LoginGate>{me && <Obligations me={me} />}</LoginGate>
    </Frame>
  )
}

/** What is looked at, and in which order; kept in the address. `month` and `day`: of the calendar. */
function useLooked(first: string, today: string) {
  const { org: asked, show, sort, month, day } = useParams()
  const [looked, set] = useState({
    org: asked ?? first,
    show: [...SHOWS, CALENDAR].find(({ value }) => value === show)?.value ?? 'open',
    sort: sort ?? null,
    month: MONTH.test(month ?? '') ? month! : today.slice(0, 7),
    day: DAY.test(day ?? '') ? day! : null,
  })
  const look = (next: Partial<typeof looked>) => {
    const { org, ...rest } = { ...looked, ...next }
    set({ org, ...rest })
    const { month, day, ...others } = rest
    setAddress(routes.obligations(org, rest.show === 'calendar' ? { ...others, month, day } : others))
  }
  return { ...looked, look }
}

/** What the server is asked for. */
function queryOf(show: Show, { month, day }: LookedMonth, today: string) {
  if (show === 'calendar') return day ? { day } : { month }
  return show === 'month' ? { month: today.slice(0, 7) } : { show }
}

function Obligations({ me }: { me: Me }) {
  const orgs = orgsOf(me)
  const today = serverToday()
  const railed = useRail()
  const { org, show: asked, sort, month, day, look } = useLooked(orgs[0]?.value ?? '', today)
  const show = asked === 'calendar' && !railed ? 'month' : asked
  const query = queryOf(show, { month, day }, today)
  const list = usePages<Obligation>(
    org && `obligations:${org}:${JSON.stringify(query)}`,
    cursor => api('GET /orgs/:code/obligations', { params: { code: org }, query: { cursor, ...query } }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  const page = list.first.data as ObligationList | null
  return (
    <>
      <ObligationsHead org={org} page={page} />
      {orgs.length > 1 && (
        <Tabs label="机构" options={orgs} value={org} onChange={next => look({ org: next })} />
      )}
      <Tabs
        label="哪些"
        options={railed ? [...SHOWS, CALENDAR] : SHOWS}
        value={show}
        onChange={next => look({ show: next })}
      />
      {show === 'calendar' && <MonthCalendar org={org} month={month} day={day} today={today} onLook={look} />}
      <LoginGate error={list.first.error}>
        <ObligationPages
          org={org}
          list={list}
          show={show}
          sort={sort}
          onSort={next => look({ sort: next })}
        />
      </LoginGate>
    </>
  )
}

function ObligationsHead({ org, page }: { org: string; page: ObligationList | null }) {
  const counts = page?.counts
  return (
    <Box as="header" className="board">
      <Heading level={1} className="board__name">
        要公开的
      </Heading>
      {counts && (
        <Box as="p" className="lead">
          {`已过期 ${counts.overdue} 件，快到期 ${counts.dueSoon} 件，办理中 ${counts.running} 件。`}
        </Box>
      )}
      <Box className="buttons">
        <Link className="button button--plain" label="全年一览" url={routes.matrix(org)} />
        <Link className="button button--plain" label="公开覆盖" url={routes.coverage(org)} />
        <Link className="button button--plain" label="登记过的事" url={routes.events(org)} />
      </Box>
    </Box>
  )
}

interface PagesProps {
  org: string
  list: Pages<Obligation>
  show: Show
  sort: string | null
  onSort: (sort: string | null) => void
}

function ObligationPages({ org, list, show, sort, onSort }: PagesProps) {
  const { reload } = list.first
  const railed = useRail()
  return (
    <>
      <Loaded resource={list.first}>
        {first => {
          const { today, waiting, mayRecord, conditions } = first as ObligationList
          return (
            <>
              {list.items.length === 0 && <EmptyState title="这里没有" text={EMPTY[show]} />}
              {railed && list.items.length > 0 ? (
                <ObligationTable
                  matrix={org}
                  obligations={list.items}
                  today={today}
                  sort={sort}
                  onSort={onSort}
                />
              ) : (
                list.items.map(obligation => (
                  <ObligationRow key={obligation.id} matrix={org} obligation={obligation} today={today} />
                ))
              )}
              <MoreButton pages={list} />
              {show === 'open' && (
                <>
                  <WaitingList
                    org={org}
                    today={today}
                    waiting={waiting}
                    mayRecord={mayRecord}
                    onRecorded={reload}
                  />
                  <ConditionSwitches
                    org={org}
                    conditions={conditions}
                    mayChange={mayRecord}
                    onChanged={reload}
                  />
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
