import type { SearchQuery } from '@shared/contract/reading/search'
import type { CategoryList } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { SelectField } from '../../components/form/SelectField'
import { Box } from '../../elements/dom'
import { useResource } from '../../hooks/useResource'
import { serverToday } from '../../state/serverClock'

/** Filters of a search; the amount as index of its range in `AMOUNTS`. */
export interface Narrowed {
  category: string
  year: string
  amount: string
}

export const ANYTHING: Narrowed = { category: '', year: '', amount: '' }

const AMOUNTS: readonly { label: string; minFen?: number; maxFen?: number }[] = [
  { label: '不到 1 万元', maxFen: 9_999_99 },
  { label: '1 万到 10 万元', minFen: 10_000_00, maxFen: 100_000_00 },
  { label: '10 万到 100 万元', minFen: 100_000_00, maxFen: 1_000_000_00 },
  { label: '100 万元以上', minFen: 1_000_000_00 },
]

const YEARS_BACK = 5

/** Converts the filters to query parameters. */
export function facetsOf({
  category,
  year,
  amount,
}: Narrowed): Omit<SearchQuery, 'org' | 'q' | 'limit' | 'cursor'> {
  const range = amount ? AMOUNTS[Number(amount)] : undefined
  return {
    category: category || undefined,
    year: year ? Number(year) : undefined,
    minFen: range?.minFen,
    maxFen: range?.maxFen,
  }
}

interface Props {
  value: Narrowed
  onChange: (value: Narrowed) => void
}

/** Selects filters 缩小范围: category, year, amount. */
export function Facets({ value, onChange }: Props) {
  const categories = useResource<CategoryList>('categories', () => api('GET /categories'))
  const thisYear = Number(serverToday().slice(0, 4))
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back))
  return (
    <Box role="group" label="缩小范围" className="line__grid">
      <SelectField
        id="search-category"
        label="类别"
        value={value.category}
        options={[
          { value: '', label: '全部类别' },
          ...(categories.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={category => onChange({ ...value, category })}
      />
      <SelectField
        id="search-year"
        label="年份"
        value={value.year}
        options={[
          { value: '', label: '全部年份' },
          ...years.map(year => ({ value: year, label: `${year}年` })),
        ]}
        onChange={year => onChange({ ...value, year })}
      />
      <SelectField
        id="search-amount"
        label="金额"
        value={value.amount}
        options={[
          { value: '', label: '不限金额' },
          ...AMOUNTS.map(({ label }, at) => ({ value: String(at), label })),
        ]}
        onChange={amount => onChange({ ...value, amount })}
      />
    </Box>
  )
}
