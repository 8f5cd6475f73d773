import type { AlignmentOverview } from '@shared/contract/catalogues/alignment'
import { Link } from '../../../components/controls/Link'
import { DeskTable } from '../../../components/staff/DeskTable'
import type { DeskColumn } from '../../../components/staff/deskRows'
import { Press, Txt } from '../../../elements/dom'
import { routes } from '../../../routes'

export type Village = AlignmentOverview['villages'][number]

export interface VillageRowsProps {
  issuer: string
  villages: readonly Village[]
  chosen: ReadonlySet<string>
  onChoose: (code: string, on: boolean) => void
}

/** What is left to do for a village. */
export const isToDo = ({ hasCatalogue, open, stale }: Village): boolean =>
  !hasCatalogue || open > 0 || stale > 0

function stateOf({ hasCatalogue, open, stale }: Village): { look: string; text: string } {
  if (!hasCatalogue) return { look: '', text: '! 还没有目录' }
  if (stale > 0) return { look: '', text: `! ${stale} 项要重新看` }
  return open > 0 ? { look: '', text: `! ${open} 项要对应` } : { look: ' state--ok', text: '✓ 都对应好了' }
}

const factsOf = ({ hasCatalogue, adopted, own }: Village): string =>
  hasCatalogue ? `采用街道的 ${adopted} 项，自己的 ${own} 项` : '村里编好、启用以后才能对应'

/** A village's list is tied to its street's, also where the district looks at the villages of all streets. */
const urlOf = ({ org, hasCatalogue }: Village, issuer: string): string =>
  hasCatalogue ? routes.align(org.parentCode ?? issuer, org.code) : routes.villageCatalogue(org.code)

function Words({ village }: { village: Village }) {
  return (
    <Txt className="row__main">
      <Txt className="row__title">{village.org.name}</Txt>
      <Txt className="row__meta">{factsOf(village)}</Txt>
    </Txt>
  )
}

/** Opens the links of a village, or its catalogue. */
export function VillageRow({ village, issuer }: { village: Village; issuer: string }) {
  const { look, text } = stateOf(village)
  const label = [village.org.name, factsOf(village), text].join('，')
  return (
    <Link className="row" label={label} url={urlOf(village, issuer)}>
      <Words village={village} />
      <Txt className={`state${look}`}>{text}</Txt>
    </Link>
  )
}

/** Chooses villages, on a phone. */
export function VillagePicks({ villages, chosen, onChoose }: VillageRowsProps) {
  return (
    <>
      {villages.map(village => {
        const { code, name } = village.org
        const on = chosen.has(code)
        const word = on ? '✓ 选中' : '○ 没选'
        return (
          <Press
            key={code}
            className="row"
            role="checkbox"
            label={[name, factsOf(village), word].join('，')}
            checked={on}
            onPress={() => onChoose(code, !on)}
          >
            <Words village={village} />
            <Txt className={`state${on ? ' state--ok' : ''}`}>{word}</Txt>
          </Press>
        )
      })}
    </>
  )
}

const counted = (count: number) => (count === 0 ? '—' : String(count))

const COLUMNS: readonly DeskColumn<Village>[] = [
  { key: 'org', label: '村和社区', text: ({ org }) => org.name, rank: ({ org }) => org.name, look: 'org' },
  {
    key: 'state',
    label: '办到哪里',
    text: village => stateOf(village).text,
    rank: ({ hasCatalogue, open, stale }) => (hasCatalogue ? -stale * 1_000 - open : -1_000_000),
    look: 'what',
  },
  {
    key: 'adopted',
    label: '采用街道的',
    text: ({ adopted }) => counted(adopted),
    rank: ({ adopted }) => adopted,
  },
  { key: 'own', label: '自己的', text: ({ own }) => counted(own), rank: ({ own }) => -own },
  { key: 'open', label: '要对应', text: ({ open }) => counted(open), rank: ({ open }) => -open },
]

interface TableProps extends VillageRowsProps {
  sort: string | null
  onSort: (sort: string | null) => void
  mayChoose: boolean
}

/** Lists the villages as a dense table, on a wide screen. */
export function VillageTable({ issuer, villages, chosen, onChoose, sort, onSort, mayChoose }: TableProps) {
  return (
    <DeskTable
      caption="各村目录"
      rows={villages}
      columns={COLUMNS}
      idOf={({ org }) => org.code}
      urlOf={village => urlOf(village, issuer)}
      stepOf={({ hasCatalogue }) => (hasCatalogue ? '对应' : '看目录')}
      nameOf={({ org }) => org.name}
      sort={sort}
      onSort={onSort}
      choice={mayChoose ? { chosen, mayChoose: () => true, onChoose } : undefined}
    />
  )
}
