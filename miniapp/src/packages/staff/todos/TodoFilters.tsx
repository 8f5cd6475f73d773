import type { TodoPage } from '@shared/contract/people/todo'
import { Select, Press, Box, Txt } from '../../../elements/dom'
import type { Todos } from './useTodos'

const withCount = (label: string, count: number) => `${label} ${count}`

function kindOptions({ total, kinds }: TodoPage) {
  return [
    { value: '', label: withCount('全部种类', total) },
    ...kinds.map(({ kind, label, count }) => ({ value: kind, label: withCount(label, count) })),
  ]
}

function orgOptions({ total, orgs }: TodoPage) {
  return [
    { value: '', label: withCount('全部村和单位', total) },
    ...orgs.map(({ code, name, count }) => ({ value: code, label: withCount(name, count) })),
  ]
}

/** Filters the list by kind, village and lateness; what cannot be chosen is left out. */
export function TodoFilters({ filters, setFilters, counts }: Todos) {
  if (!counts) return null
  return (
    <Box className="todos__filters" role="group" label="只看">
      {counts.kinds.length > 1 && (
        <Select
          id="todo-kind"
          label="种类"
          className="input input--select todos__select"
          value={filters.kind ?? ''}
          options={kindOptions(counts)}
          onChange={kind => setFilters({ ...filters, kind: (kind || undefined) as typeof filters.kind })}
        />
      )}
      {counts.orgs.length > 1 && (
        <Select
          id="todo-org"
          label="村和单位"
          className="input input--select todos__select"
          value={filters.org ?? ''}
          options={orgOptions(counts)}
          onChange={org => setFilters({ ...filters, org: org || undefined })}
        />
      )}
      <Press
        className={`todos__late${filters.late ? ' todos__late--on' : ''}`}
        role="switch"
        label={`只看过期的 ${counts.late}`}
        checked={filters.late === '1'}
        onPress={() => setFilters({ ...filters, late: filters.late ? undefined : '1' })}
      >
        <Txt>{`${filters.late ? '✓ ' : ''}只看过期的 ${counts.late}`}</Txt>
      </Press>
    </Box>
  )
}
