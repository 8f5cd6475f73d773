import { useState } from 'react'
import type { ColumnIndex } from '@shared/contract/reading/column'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { NeedVillage } from '../../../../components/choose/NeedVillage'
import { Section } from '../../../../components/page/Section'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { useShareCard } from '../../../../hooks/useShareCard'
import { useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { useVillage } from '../../../../state/village'

type Line = ColumnIndex['columns'][number]
type Show = 'stale' | 'all'

const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'stale', label: '到期没有公开的' },
  { value: 'all', label: '全部栏目' },
]

/** Shows all columns 哪些到期没公开, overdue ones marked. */
export default function ColumnsPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen
  const page = useResource<ColumnIndex>(org && `columns:${org}`, () =>
    api('GET /orgs/:code/columns', { params: { code: org ?? '' } }),
  )
  useShareCard({ title: '哪些到期没公开', path: routes.columns(org ?? undefined) })
  if (!org) return <NeedVillage title="哪些到期没公开" current="catalogue" />
  return (
    <Frame title="哪些到期没公开" narrow stale={page}>
      <Loaded resource={page}>{data => <Columns page={data} />}</Loaded>
    </Frame>
  )
}

/** Groups columns by area, in catalogue order. */
function byArea(columns: readonly Line[]): [string, Line[]][] {
  const areas = new Map<string, Line[]>()
  for (const column of columns) areas.set(column.area, [...(areas.get(column.area) ?? []), column])
  return [...areas]
}

function Columns({ page }: { page: ColumnIndex }) {
  const { issuer, columns } = page
  const [show, setShow] = useState<Show>('stale')
  const late = columns.filter(({ stale }) => stale.length > 0)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          哪些到期没公开
        </Heading>
        <Box as="p" className="lead">
          {`${issuer.name}公开目录有 ${columns.length} 项，${late.length} 项有单位到期没有公开。`}
        </Box>
        <Box as="p" className="small">
          只看定期公开的事项，按公开义务的到期日算，不排名次。
        </Box>
      </Box>
      <Tabs label="看哪些" options={SHOWS} value={show} onChange={setShow} />
      {show === 'stale' && late.length === 0 && (
        <EmptyState title="该公开的都公开了" text="定期公开的事项到期没有公开，会列在这里。" />
      )}
      {byArea(show === 'stale' ? late : columns).map(([area, lines]) => (
        <Section key={area} title={area}>
          {lines.map(line => (
            <ColumnLine key={line.key} line={line} org={issuer.code} />
          ))}
        </Section>
      ))}
    </>
  )
}

const MOST_NAMES = 4

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join('、')
  return names.length > MOST_NAMES ? `${shown}等 ${names.length} 个单位` : shown
}

function ColumnLine({ line, org }: { line: Line; org: string }) {
  const { key, path, updatedAt, disclosing, stale } = line
  const name = path.join(' › ')
  const meta = updatedAt ? `${disclosing} 个单位公开过 · 最近 ${shortDate(updatedAt)}` : '还没有单位公开过'
  const late = stale.length > 0 ? `× ${namesOf(stale)}到期没有公开` : ''
  return (
    <Link className="row" label={[name, meta, late].filter(Boolean).join('，')} url={routes.column(org, key)}>
      <Txt className="row__main">
        <Txt className="row__title">{name}</Txt>
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      {late && <Txt className="state state--late">{late}</Txt>}
    </Link>
  )
}
