import { useState } from 'react'
import type { DisclosureCalendar } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Tabs } from '../../../../components/controls/Tabs'
import { YearTabs } from '../../../../components/controls/YearTabs'
import { NeedVillage } from '../../../../components/choose/NeedVillage'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { shortDay, withoutYear } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { serverToday } from '../../../../state/serverClock'
import { useVillage } from '../../../../state/village'
import { DueLine } from '../../DueLine'

type Item = DisclosureCalendar['items'][number]
type Show = 'late' | 'all'

const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'late', label: '到期没有公开的' },
  { value: 'all', label: '全年' },
]

/** Shows what a village has to disclose in a year 公开日历: what is done, what is due, what is late. */
export default function CalendarPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen
  const [year, setYear] = useState<number | undefined>(undefined)
  const page = useResource<DisclosureCalendar>(org && `calendar:${org}:${year ?? ''}`, () =>
    api('GET /orgs/:code/calendar', { params: { code: org ?? '' }, query: { year } }),
  )
  const name = page.data?.org.name ?? ''
  useShareCard({ title: `${name}公开日历`, path: routes.calendar(org ?? '') })
  if (!org) return <NeedVillage title="公开日历" current="home" />
  return (
    <Frame title="公开日历" narrow stale={page}>
      <Breadcrumbs steps={[{ label: name || '公开栏', url: routes.home(org) }, { label: '公开日历' }]} />
      <Loaded resource={page}>
        {data => <Calendar page={data} first={params['show'] === 'late' ? 'late' : 'all'} onYear={setYear} />}
      </Loaded>
    </Frame>
  )
}

/** Groups items by the month in which they are due. */
function byMonth(items: readonly Item[]): [string, Item[]][] {
  const months = new Map<string, Item[]>()
  for (const item of items) {
    const month = `${Number(item.dueOn.slice(5, 7))}月`
    months.set(month, [...(months.get(month) ?? []), item])
  }
  return [...months]
}

interface Props {
  page: DisclosureCalendar
  first: Show
  onYear: (year: number) => void
}

function Calendar({ page: { org, year, items }, first, onYear }: Props) {
  const [show, setShow] = useState(first)
  const thisYear = Number(serverToday().slice(0, 4))
  const late = items.filter(({ state }) => state === 'late')
  const next = items.find(({ state }) => state === 'due')
  const done = items.filter(({ state }) => state === 'done' || state === 'done-late')
  return (
    <>
      <Heading level={1} className="title">
        {`${org.name} ${year}年公开日历`}
      </Heading>
      <Box as="p" className="lead">
        {`应当公开 ${items.length} 件，公开了 ${done.length} 件，到期没有公开 ${late.length} 件。`}
      </Box>
      {next && (
        <Box as="p" className="lead">
          {`下一件：${withoutYear(next.cause)} ${next.name}，${shortDay(next.dueOn)}前公开。`}
        </Box>
      )}
      <YearTabs years={[thisYear, thisYear - 1]} value={year} onChange={onYear} />
      <Tabs label="看哪些" options={SHOWS} value={show} onChange={setShow} />
      {show === 'late' && late.length === 0 && (
        <EmptyState title="该公开的都公开了" text="到期没有公开的，会列在这里。" />
      )}
      {byMonth(show === 'late' ? late : items).map(([month, due]) => (
        <Section key={month} title={month}>
          {due.map(item => (
            <DueLine key={item.id} item={item} />
          ))}
        </Section>
      ))}
    </>
  )
}
