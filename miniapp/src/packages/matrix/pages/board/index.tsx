import { type ReactNode, useState } from 'react'
import { pathTo } from '@shared/client'
import type { Me } from '@shared/contract/people/auth'
import type { ObligationMatrix, Today } from '@shared/contract/disclosure/matrix'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { useDownload } from '../../../../hooks/useDownload'
import { useParams } from '../../../../hooks/useParams'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, type Resource, useResource } from '../../../../hooks/useResource'
import { useWide } from '../../../../hooks/useWide'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { CellPanel } from '../../obligation/CellPanel'
import { Legend } from '../../matrix/Legend'
import { LookForm } from '../../matrix/LookForm'
import { type CellPlace, MatrixTable } from '../../matrix/MatrixTable'
import { TodayList, todayWords } from '../../matrix/TodayList'
import { VillageCards } from '../../matrix/VillageCards'
import type { Look } from '../../matrix/view'
import '../../matrix.scss'

/** Shows the obligation matrix 公开情况 of a street, villages × items × months; a village sees its own. */
export default function MatrixPage() {
  const me = useMe()
  return (
    <Frame title="公开情况" wide>
      <LoginGate>{me && <MatrixView me={me} />}</LoginGate>
    </Frame>
  )
}

function MatrixView({ me }: { me: Me }) {
  const params = useParams()
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(params['org'] ?? orgs[0]?.value ?? '')
  const [year, setYear] = useState<number | undefined>(undefined)
  const page = useResource<ObligationMatrix>(
    org && `matrix:${org}:${year ?? ''}`,
    () => api('GET /orgs/:code/matrix', { params: { code: org }, query: { year } }),
    IN_WORK,
  )
  const today = useResource<Today>(
    org && `today:${org}`,
    () => api('GET /orgs/:code/today', { params: { code: org } }),
    IN_WORK,
  )
  const again = () => {
    page.reload()
    today.reload()
  }
  useReshown(again)
  return (
    <>
      {orgs.length > 1 && <Tabs label="机构" options={orgs} value={org} onChange={setOrg} />}
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={10}>
          {matrix => <Matrix key={org} matrix={matrix} today={today} onYear={setYear} onChanged={again} />}
        </Loaded>
      </LoginGate>
    </>
  )
}

interface Props {
  matrix: ObligationMatrix
  today: Resource<Today>
  onYear: (year: number) => void
  onChanged: () => void
}

const SELF_GOVERNING = ['village', 'community']

function Matrix({ matrix, today, onYear, onChanged }: Props) {
  const [look, setLook] = useState<Look>({ month: 0, area: null, troubled: false })
  const wide = useWide()
  const part = { matrix, today, look, onChanged }
  const thisYear = Number(matrix.today.slice(0, 4))
  const form = (
    <LookForm
      matrix={matrix}
      look={look}
      years={[thisYear - 1, thisYear, thisYear + 1]}
      onLook={setLook}
      onYear={onYear}
    />
  )
  return (
    <>
      <MatrixHead matrix={matrix} today={today} />
      {wide ? <WideMatrix {...part} form={form} /> : <NarrowMatrix {...part} form={form} />}
    </>
  )
}

interface MatrixProps extends Pick<Props, 'matrix' | 'today' | 'onChanged'> {
  look: Look
  form: ReactNode
}

const nothingIn = ({ items, villages }: ObligationMatrix) => items.length === 0 || villages.length === 0

const NothingYet = () => (
  <EmptyState title="还没有可看的" text="启用目录、登记了村（社区）以后，这里列出各村各事项的公开情况。" />
)

/** Shows the matrix with today's list; a cell opens in the panel above that list. */
function WideMatrix({ matrix, today, look, form, onChanged }: MatrixProps) {
  const [selected, setSelected] = useState<CellPlace | null>(null)
  return (
    <Box className="matrix-page">
      <Box className="matrix__main">
        {form}
        <Legend matrix={matrix} />
        {nothingIn(matrix) ? (
          <NothingYet />
        ) : (
          <MatrixTable matrix={matrix} look={look} selected={selected} onSelect={setSelected} />
        )}
      </Box>
      <Box className="matrix__side">
        {selected && (
          <Box className="panel">
            <Box className="buttons">
              <Button look="plain" label="收起这一格" onPress={() => setSelected(null)} />
            </Box>
            <CellPanel org={matrix.org.code} cell={selected} level={2} onChanged={onChanged} />
          </Box>
        )}
        <Loaded resource={today} lines={4}>
          {page => <TodayList page={page} />}
        </Loaded>
      </Box>
    </Box>
  )
}

const PARTS = [
  { value: 'today', label: '今天要办的' },
  { value: 'villages', label: '按村看' },
] as const

/** Shows matrix or list on a phone; a village has no others to show. */
function NarrowMatrix({ matrix, today, look, form }: MatrixProps) {
  const [part, setPart] = useState<(typeof PARTS)[number]['value']>('today')
  const own = SELF_GOVERNING.includes(matrix.org.kind)
  const parts = own ? [PARTS[0], { ...PARTS[1], label: '全年' }] : PARTS
  return (
    <>
      <Tabs label="看哪一部分" options={parts} value={part} onChange={setPart} />
      {part === 'today' ? (
        <Loaded resource={today} lines={4}>
          {page => <TodayList page={page} />}
        </Loaded>
      ) : (
        <>
          {form}
          {nothingIn(matrix) ? <NothingYet /> : <VillageCards matrix={matrix} look={look} />}
        </>
      )}
    </>
  )
}

function MatrixHead({ matrix, today }: Pick<Props, 'matrix' | 'today'>) {
  const { org, year } = matrix
  const own = SELF_GOVERNING.includes(org.kind)
  const download = useDownload()
  return (
    <Box as="header" className="board">
      <Heading level={1} className="board__name">
        {`${org.name}公开情况`}
      </Heading>
      <Box as="p" className="lead">
        {today.data ? todayWords(today.data) : ''}
      </Box>
      <Box as="p" className="small">
        一个村（社区）的一个事项，一期（一次）算一件；往年没办的也算。
      </Box>
      <Box className="buttons">
        {own && <Link className="button" label="要公开的" url={routes.obligations(org.code)} />}
        <Link className="button button--plain" label="公开覆盖" url={routes.coverage(org.code)} />
        <Link className="button button--plain" label="照清单办的事" url={routes.splitAlarms(org.code)} />
        {!own && (
          <Link className="button button--plain" label="各村目录" url={routes.villageCatalogues(org.code)} />
        )}
        {!own && <Link className="button button--plain" label="抽查" url={routes.inspections(org.code)} />}
        <Button
          look="plain"
          label="导出表格"
          disabled={download.busy}
          onPress={() =>
            void download.fetch(
              pathTo('GET /orgs/:code/matrix/export', { params: { code: org.code }, query: { year } }),
              `${org.name}${year}年公开情况.xlsx`,
            )
          }
        />
      </Box>
      <Problems problems={download.problems} />
    </Box>
  )
}
