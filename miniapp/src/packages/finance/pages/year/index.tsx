import { useState } from 'react'
import type { FinanceSeries, FinanceYear } from '@shared/contract/reading/financeYear'
import { barOf } from '@shared/presentation/financeBar'
import { api, urlOf } from '../../../../api/client'
import { Aloud } from '../../../../components/Aloud'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Fold } from '../../../../components/page/Fold'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { NeedVillage } from '../../../../components/choose/NeedVillage'
import { SaveButton } from '../../../../components/controls/SaveButton'
import { Section } from '../../../../components/page/Section'
import { YearTabs } from '../../../../components/controls/YearTabs'
import { Removed } from '../../../../components/presented/Removed'
import { BlockFrame } from '../../../../components/presented/BlockFrame'
import { periodsOf } from '../../../../components/presented/Columns'
import { PairedColumns } from '../../../../components/presented/PairedColumns'
import { PresentedBlocks } from '../../../../components/presented/PresentedBlocks'
import type { BarUrl } from '../../../../components/presented/types'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { useVillage } from '../../../../state/village'
import { AccountRows } from '../../AccountRows'
import { MonthTable } from '../../year/MonthTable'
import { Where } from '../../year/Where'
import { YearHead } from '../../year/YearHead'
import { yearOf } from '../../year/yearOf'

/** Shows a finance year 全年的账, each chart with its table, each line with its source notice. */
export default function FinanceYearPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen
  const [year, setYear] = useState(Number(params['year']) || undefined)
  const page = useResource<FinanceYear>(org && `finance:${org}:${year ?? ''}`, () =>
    api('GET /orgs/:code/finance', { params: { code: org ?? '' }, query: { year } }),
  )
  useShareCard({ title: `${page.data?.org.name ?? ''}全年的账`, path: routes.finance(org ?? '') })
  if (!org) return <NeedVillage title="全年的账" current="home" />
  return (
    <Frame title="全年的账" stale={page}>
      <Loaded resource={page} lines={12}>
        {data => (
          <>
            <Breadcrumbs
              steps={[
                { label: data.org.name, url: routes.home(data.org.code) },
                { label: '村级财务', url: routes.category(data.org.code, 'village-finance') },
                { label: '全年的账' },
              ]}
            />
            <Year page={data} onYear={setYear} />
          </>
        )}
      </Loaded>
    </Frame>
  )
}

function Year({ page, onYear }: { page: FinanceYear; onYear: (year: number) => void }) {
  const { org, year, years, classes, source, series, removed } = page
  return (
    <Box as="article">
      <Heading level={1} className="title">
        {`${org.name} ${year}年的账`}
      </Heading>
      <YearTabs years={years} value={year} onChange={onYear} />
      {series.length === 0 && (
        <EmptyState title="这一年还没有公开收支" text="公开以后，每期的收入、支出和余额会列在这里。" />
      )}
      {series.map(one => (
        <OneSeries key={one.key} page={page} series={one} named={series.length > 1} />
      ))}
      {series.length > 0 && (
        <>
          <Where org={org.code} year={year} side="expense" />
          <Where org={org.code} year={year} side="income" />
        </>
      )}
      <Removed org={org.code} removed={removed} />
      <Section title="八类内容公开情况">
        {classes.map(({ code, name, meaning, text, missing }) => (
          <Link
            key={code}
            className="row"
            label={`${name}，${meaning}${text}`}
            url={routes.financeClass(org.code, { class: code, year: String(year) })}
          >
            <Txt className="row__main">
              <Txt className="row__title">{name}</Txt>
              <Txt className="row__meta">{meaning}</Txt>
            </Txt>
            <Txt className={`row__side${missing ? ' row__side--warn' : ''}`}>{text}</Txt>
          </Link>
        ))}
        <Box as="p" className="small">{`出处：${source}`}</Box>
      </Section>
      {(series.length > 0 || classes.some(({ missing }) => !missing)) && (
        <Files org={org.code} name={org.name} year={year} />
      )}
    </Box>
  )
}

/** Offers the same accounts as a workbook, and as a data package 数据包 for analysis. */
function Files({ org, name, year }: { org: string; name: string; year: number }) {
  return (
    <Section title="存下来" unprinted>
      <Box as="p">Excel 表格：这一年的收支、逐笔明细和台账、报表，和页面上的一样。</Box>
      <Box className="buttons">
        <SaveButton
          label="存成 Excel 表格"
          url={urlOf('GET /orgs/:code/finance/export', {
            params: { code: org },
            query: { year, format: 'xlsx' },
          })}
          name={`${name}-${year}年全年的账.xlsx`}
        />
      </Box>
      <Box as="p">
        数据包：给做研究、做比对的人。这一年公开的每一笔收支（csv）和说明，按国际通用的财政数据包格式。在微信里点会复制网址，请到电脑上打开。
      </Box>
      <Box className="buttons">
        <SaveButton
          label="下载数据包"
          url={urlOf('GET /orgs/:code/finance/package', { params: { code: org }, query: { year } })}
          name={`${name}-${year}年收支-数据包.zip`}
        />
      </Box>
    </Section>
  )
}

interface SeriesProps {
  page: FinanceYear
  series: FinanceSeries
  named: boolean
}

/** Blocks of a year that the page draws itself. */
const DRAWN: ReadonlySet<string> = new Set(['year', 'year-flow', 'year-balance', 'year-table'])

/** Shows one item through the year; a bar links to its lines, a balance to its notice. */
function OneSeries({ page, series: { key, name, blocks, notices }, named }: SeriesProps) {
  const barUrl = (id: string): string | null => {
    const { period, what } = barOf(id)
    if (what !== 'balance') return routes.financeClass(page.org.code, { class: what, period, key })
    const notice = notices.find(one => one.period === period)
    return notice ? routes.notice(notice.id) : null
  }
  const sums = yearOf(blocks)
  return (
    <>
      {named && (
        <Heading level={2} className="heading">
          {name}
        </Heading>
      )}
      <Aloud blocks={blocks}>
        {bar => (
          <>
            {sums && <YearHead sums={sums} />}
            {bar}
            <YearCharts blocks={blocks} barUrl={barUrl} />
            {sums && <MonthTable sums={sums} />}
            <PresentedBlocks
              blocks={sums ? blocks.filter(({ id }) => !DRAWN.has(id)) : blocks}
              side={named ? name : undefined}
              barUrl={barUrl}
            />
          </>
        )}
      </Aloud>
      <Fold label="每一期的公示" note={`${notices.length} 期，点开看原文`}>
        <AccountRows title="每一期的公示" notices={notices} />
      </Fold>
    </>
  )
}

/** Draws income, spending and what is left of each period on one grid, with one stepper for all of it. */
function YearCharts({ blocks, barUrl }: { blocks: FinanceSeries['blocks']; barUrl: BarUrl }) {
  const [flow, balance] = ['year-flow', 'year-balance'].map(id => {
    const chart = blocks.find(block => block.id === id)
    return chart?.kind === 'bars' ? periodsOf(chart.bars) : null
  })
  if (!flow) return null
  return (
    <BlockFrame label="每个月" unit="元">
      <PairedColumns periods={flow} below={balance ?? undefined} barUrl={barUrl} />
    </BlockFrame>
  )
}
