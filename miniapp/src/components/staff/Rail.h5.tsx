import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { DeskPlace } from '@shared/contract/people/todo'
import type { Me } from '@shared/contract/people/auth'
import { Box, Press, Select, Txt } from '../../elements/dom'
import { useDeskKeys } from '../../elements/desk/keys'
import { useWide } from '../../hooks/useWide'
import { restart, routes } from '../../routes'
import { useMe } from '../../state/session'
import { readStored, writeStored } from '../../state/storage'
import { refreshTodoCounts, useTodoCounts } from '../../state/todos'
import { DESK_PAGES } from './desks'
import { KeyHelp } from './KeyHelp.h5'
import { Palette } from './Palette.h5'

const RAIL_FROM_PX = 1024

/** Pages of staff; the others are for everybody and have the bar of the main pages. */
const STAFF_PAGES =
  /^\/?packages\/(?:(?:staff|street|desk|matrix|admin)\/|power\/pages\/(?:work|step|keep|open)\/)/

const isWaiting = ({ secondFactor }: Me) => secondFactor === 'enrol' || secondFactor === 'verify'

/** True if this page shows the rail: a page of staff, opened by staff on a wide screen. */
export function useRail(): boolean {
  const me = useMe()
  const wide = useWide(RAIL_FROM_PX)
  const path = useRouter().path ?? ''
  return wide && me?.staff === true && !isWaiting(me) && STAFF_PAGES.test(path)
}

const PLACE = 'desk-place'

/** Shows the rail of staff: the workbench, and the pages that the policies open, each with what waits there. */
export function Rail() {
  const me = useMe()
  return me && <RailOf me={me} />
}

function RailOf({ me }: { me: Me }) {
  const counts = useTodoCounts(me.id)
  const [helping, setHelping] = useState(false)
  const [finding, setFinding] = useState(false)
  const [chosen, setChosen] = useState(() => readStored<string>(PLACE))
  useDidShow(() => void refreshTodoCounts(me.id))
  useDeskKeys({ onHelp: () => setHelping(true), onPalette: () => setFinding(true) })
  const places = counts?.places ?? []
  const place = places.find(({ code }) => code === chosen) ?? places[0]
  const choose = (code: string) => {
    writeStored(PLACE, code)
    setChosen(code)
  }
  return (
    <Box as="nav" label="工作栏" className="rail">
      <Press
        className="rail__brand"
        label="明白栏"
        url={routes.home()}
        onPress={() => restart(routes.home())}
      >
        明白栏
      </Press>
      {places.length > 1 && place && <PlaceSwitcher places={places} place={place} onChange={choose} />}
      <Entry label="工作台" url={routes.work()} {...totalOf(counts)} />
      {place && <Desks place={place} />}
      <Box className="rail__foot">
        <Txt className="rail__me">
          {[me.name, places.length === 1 && place?.name].filter(Boolean).join('，')}
        </Txt>
        <Press className="rail__link" label="我的" url={routes.mine()} onPress={() => restart(routes.mine())}>
          我的
        </Press>
        <Press className="rail__link" label="快捷键 ?" onPress={() => setHelping(true)}>
          快捷键 ?
        </Press>
        <Press className="rail__link" label="直达 Ctrl K" onPress={() => setFinding(true)}>
          直达 Ctrl K
        </Press>
      </Box>
      {finding && <Palette places={places} place={place} onClose={() => setFinding(false)} />}
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
    </Box>
  )
}

const totalOf = (counts: ReturnType<typeof useTodoCounts>) => ({
  count: counts?.total ?? 0,
  late: counts?.late ?? 0,
})

interface SwitcherProps {
  places: readonly DeskPlace[]
  place: DeskPlace
  onChange: (code: string) => void
}

/** Switches between the organisations in which the person has a role. */
const PlaceSwitcher = ({ places, place, onChange }: SwitcherProps) => (
  <Select
    id="rail-place"
    label="单位"
    className="rail__place"
    value={place.code}
    options={places.map(({ code, name }) => ({ value: code, label: name }))}
    onChange={onChange}
  />
)

const Desks = ({ place }: { place: DeskPlace }) => (
  <>
    {place.desks.map(({ desk, count, late }) => {
      const { label, url } = DESK_PAGES[desk]
      return <Entry key={desk} label={label} url={url(place.code)} count={count} late={late} />
    })}
  </>
)

interface EntryProps {
  label: string
  url: string
  count: number
  late: number
}

/** The view of the workbench is in the parameters, of all other pages the path alone counts. */
function isHere(url: string, { path = '', params }: ReturnType<typeof useRouter>): boolean {
  const [page, query = ''] = url.split('?')
  const same = path.replace(/^\/?/, '/').split('?')[0] === page
  return same && (page !== routes.work() || query.includes('view=') === (params['view'] === 'notices'))
}

function Entry({ label, url, count, late }: EntryProps) {
  const here = isHere(url, useRouter())
  const name = [label, count > 0 && `${count}`, late > 0 && `过期 ${late}`].filter(Boolean).join('，')
  return (
    <Press
      className={`rail__item${here ? ' rail__item--on' : ''}`}
      label={name}
      url={url}
      current={here}
      onPress={() => restart(url)}
    >
      <Txt>{label}</Txt>
      <Box className="rail__counts">
        {count > 0 && <Txt className="rail__count">{String(count)}</Txt>}
        {late > 0 && <Txt className="rail__late">{`过期 ${late}`}</Txt>}
      </Box>
    </Press>
  )
}
