import { useState } from 'react'
import type { DisclosureCalendar } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { DaysLate, DaysLeft } from '../../../../components/board/DayBox'
import { Link } from '../../../../components/controls/Link'
import { Tabs } from '../../../../components/controls/Tabs'
import { YearTabs } from '../../../../components/controls/YearTabs'
import { NeedVillage } from '../../../../components/choose/NeedVillage'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { shortDay, withoutYear } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { serverToday } from '../../../../state/serverClock'
import { useVillage } from '../../../../state/village'

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
  const done = items.filter(({ state }) => state === 'done' || state === 'done-late')
  return (
    <>
      <Heading level={1} className="title">
        {`${org.name} ${year}年公开日历`}
      </Heading>
      <Box as="p" className="lead">
        {`应当公开 ${items.length} 件，公开了 ${done.length} 件，到期没有公开 ${late.length} 件。`}
      </Box>
      <YearTabs years={[thisYear, thisYear - 1]} value={year} onChange={onYear} />
      <Tabs label="看哪些" options={SHOWS} value={show} onChange={setShow} />
      {show === 'late' && late.length === 0 && (
        <EmptyState title="没有到期不公开的" text="应当公开的到期没有公开，会列在这里。" />
      )}
      {byMonth(show === 'late' ? late : items).map(([month, due]) => (
        <Section key={month} title={month}>
          {due.map(item => (
            <Line key={item.id} item={item} />
          ))}
        </Section>
      ))}
    </>
  )
}

const words = ({ state, dueOn, doneOn }: Item): string => {
  if (state === 'late' || state === 'due') return `应在${shortDay(dueOn)}前公开`
  const on = doneOn ? `${shortDay(doneOn)}公开` : '已经公开'
  return state === 'done' ? `✓ ${on}` : `! ${on}，晚于${shortDay(dueOn)}`
}

function Line({ item }: { item: Item }) {
  const { name, cause, state, dueOn, noticeId } = item
  const title = `${withoutYear(cause)} ${name}`
  const shown = (
    <>
      {state === 'late' && <DaysLate dueOn={dueOn} />}
      {state === 'due' && <DaysLeft until={dueOn} what="到期" />}
      <Txt className="board-row__main">
        <Txt className="board-row__title">{title}</Txt>
        <Txt className={state === 'done-late' ? 'board-row__fault' : 'board-row__text'}>{words(item)}</Txt>
      </Txt>
    </>
  )
  if (noticeId === null) return <Box className="board-row">{shown}</Box>
  return (
    <Link className="board-row" label={`${title}，${words(item)}`} url={routes.notice(noticeId)}>
      {shown}
    </Link>
  )
}
