import { useState } from 'react'
import type { AlignmentOverview } from '@shared/contract/catalogues/alignment'
import type { Me } from '@shared/contract/people/auth'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Tabs } from '../../../../components/controls/Tabs'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { useRail } from '../../../../components/staff/Rail'
import { Box, Heading } from '../../../../elements/dom'
import { setAddress } from '../../../../elements/platform'
import { useParams } from '../../../../hooks/useParams'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { SuggestForm } from '../../villages/SuggestForm'
import { useSuggest } from '../../villages/useSuggest'
import { VillagePicks, VillageRow, VillageTable, isToDo } from '../../villages/VillageRows'

/** Lists the villages 各村目录 with the state of their catalogue and links; the street suggests to several at once. */
export default function VillageListsPage() {
  const me = useMe()
  const railed = useRail()
  return (
    <Frame title="各村目录" narrow={!railed} wide={railed}>
      <LoginGate>{me && <Overview me={me} />}</LoginGate>
    </Frame>
  )
}

interface Filters {
  org: string
  only?: 'todo' | undefined
  sort?: string | undefined
}

const SHOWS = [
  { value: 'all', label: '全部' },
  { value: 'todo', label: '要办的' },
] as const

/** What is looked at; kept in the address. */
function useFilters(first: string): [Filters, (next: Filters) => void] {
  const { org = first, only, sort } = useParams()
  const [filters, set] = useState<Filters>({ org, only: only === 'todo' ? only : undefined, sort })
  const setFilters = (next: Filters) => {
    set(next)
    setAddress(routes.villageCatalogues(next.org, next))
  }
  return [filters, setFilters]
}

function Overview({ me }: { me: Me }) {
  const orgs = orgsOf(me)
  const [filters, setFilters] = useFilters(orgs[0]?.value ?? '')
  const { org, only } = filters
  const page = useResource<AlignmentOverview>(
    org && `align-villages:${org}`,
    () => api('GET /orgs/:code/alignment/villages', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          各村目录
        </Heading>
        <Box as="p" className="lead">
          村里自己的事项和街道目录对上，两边公开的才能放在一起看。
        </Box>
      </Box>
      {orgs.length > 1 && (
        <Tabs
          label="机构"
          options={orgs}
          value={org}
          onChange={next => setFilters({ ...filters, org: next })}
        />
      )}
      <Tabs
        label="哪些村"
        options={SHOWS}
        value={only ?? 'all'}
        onChange={next => setFilters({ ...filters, only: next === 'todo' ? next : undefined })}
      />
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={8}>
          {overview => <Villages key={org} overview={overview} filters={filters} setFilters={setFilters} />}
        </Loaded>
      </LoginGate>
    </>
  )
}

interface VillagesProps {
  overview: AlignmentOverview
  filters: Filters
  setFilters: (next: Filters) => void
}

function Villages({ overview, filters, setFilters }: VillagesProps) {
  const { issuer, maySuggest } = overview
  const railed = useRail()
  const suggest = useSuggest()
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const villages = overview.villages.filter(village => filters.only !== 'todo' || isToDo(village))
  const picked = villages.filter(({ org }) => chosen.has(org.code)).map(({ org }) => org)
  const choose = (code: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(code)
    else next.delete(code)
    setChosen(next)
  }
  const stop = () => {
    setChosen(new Set())
    setChoosing(false)
  }
  const rows = { issuer: issuer.code, villages, chosen, onChoose: choose }
  if (villages.length === 0) return <EmptyState title="没有要办的" text="各村的目录都对应好了。" />
  return (
    <>
      {maySuggest && !railed && (
        <Box className="buttons">
          <Button
            look="plain"
            label={choosing ? '取消' : '给几个村一起提建议'}
            onPress={() => (choosing ? stop() : setChoosing(true))}
          />
        </Box>
      )}
      {railed ? (
        <VillageTable
          {...rows}
          mayChoose={maySuggest}
          sort={filters.sort ?? null}
          onSort={sort => setFilters({ ...filters, sort: sort ?? undefined })}
        />
      ) : choosing ? (
        <VillagePicks {...rows} />
      ) : (
        villages.map(village => <VillageRow key={village.org.code} village={village} issuer={issuer.code} />)
      )}
      {maySuggest && <SuggestForm issuer={issuer.code} picked={picked} suggest={suggest} onSent={stop} />}
    </>
  )
}
