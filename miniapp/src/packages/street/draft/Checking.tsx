import { useState } from 'react'
import type { DraftRow, UpdatedDraftRow } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { EmptyState } from '../../../components/page/EmptyState'
import { Loaded } from '../../../components/page/Loaded'
import { MoreButton } from '../../../components/page/MoreButton'
import { Problems } from '../../../components/page/Problems'
import { Tabs } from '../../../components/controls/Tabs'
import { usePages } from '../../../hooks/usePages'
import { IN_WORK } from '../../../hooks/useResource'
import { useAction } from '../../../hooks/useAction'
import { AddRowForm } from './AddRowForm'
import { Alike } from './Alike'
import { AreaForm } from './AreaForm'
import { DraftHead } from './DraftHead'
import { RowCard } from './RowCard'
import type { ChangeRow, CheckingProps } from './types'

type Show = 'open' | 'all'

const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'open', label: '只看要看的' },
  { value: 'all', label: '看全部' },
]

/** Checks a draft: rows that need a manual check first; a settled row stays in place until the page is left. */
export function Checking({ draft, onChanged, onConflict }: CheckingProps) {
  const [show, setShow] = useState<Show>(draft.open > 0 ? 'open' : 'all')
  const [mended, setMended] = useState<Readonly<Record<string, DraftRow>>>({})
  const [round, setRound] = useState(0)
  const only = show === 'open' ? 'open' : undefined
  const rows = usePages<DraftRow>(
    `draft-rows:${draft.id}:${show}:${round}`,
    cursor => api('GET /catalogue-drafts/:id/rows', { params: { id: draft.id }, query: { cursor, only } }),
    IN_WORK,
  )
  const again = () => {
    setMended({})
    setRound(before => before + 1)
  }
  const conflict = () => {
    onConflict()
    again()
  }
  const write = useAction(conflict)
  const keep = ({ row, draft: next }: UpdatedDraftRow) => {
    setMended(before => ({ ...before, [row.id]: row }))
    onChanged(next)
  }
  const change: ChangeRow = step => write.run(async key => keep(await step(key)))
  const mayUpdate = draft.abilities.includes('update')
  const part = { mayUpdate, busy: write.busy, change }

  return (
    <>
      <DraftHead draft={draft} onChanged={onChanged} onConflict={conflict} />
      {mayUpdate && draft.areas.length === 0 && (
        <AreaForm draft={draft} onChanged={onChanged} onSettled={again} />
      )}
      {mayUpdate && draft.open > 0 && <Alike draft={draft} onChanged={onChanged} onSettled={again} />}
      <Tabs label="看哪些行" options={SHOWS} value={show} onChange={setShow} />
      <Problems problems={write.problems} />
      <Loaded resource={rows.first} lines={10}>
        {() =>
          rows.items.length === 0 ? (
            <EmptyState title="没有要看的格子了" text="可以去看和现行目录的不同，提交给另一个人启用。" />
          ) : (
            rows.items.map(row => (
              <RowCard key={row.id} row={mended[row.id] ?? row} openOnly={show === 'open'} {...part} />
            ))
          )
        }
      </Loaded>
      <MoreButton pages={rows} />
      {mayUpdate && <AddRowForm draft={draft} busy={write.busy} change={change} onAdded={again} />}
    </>
  )
}
