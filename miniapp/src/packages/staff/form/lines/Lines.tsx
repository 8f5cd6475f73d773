import { type ReactNode, useState } from 'react'
import { Button } from '../../../../components/controls/Button'
import { SwitchRow } from '../../../../components/form/SwitchRow'
import { Box, Txt } from '../../../../elements/dom'
import type { Fault } from '../../draft/types'

interface Props {
  /** Path of the list in the draft: `blocks.0.rows`. */
  at: string
  count: number
  faults: readonly Fault[]
  line: (index: number) => ReactNode
  /** Absent if the lines are fixed. */
  addLabel?: string
  onAdd?: () => void
}

/** More fields at once make a phone slow. */
const PAGE = 20

/** Lists the indexes of rows with faults. */
function faultyRows(at: string, faults: readonly Fault[]): number[] {
  const rows = faults
    .filter(({ field }) => field.startsWith(`${at}.`))
    .map(({ field }) => Number(field.slice(at.length + 1).split('.')[0]))
  return [...new Set(rows)].filter(index => !Number.isNaN(index)).sort((a, b) => a - b)
}

/** Shows the lines of a list in pages, and those with faults separately. */
export function Lines({ at, count, faults, line, addLabel, onAdd }: Props) {
  const [wanted, setWanted] = useState(0)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const faulty = faultyRows(at, faults).filter(index => index < count)
  const onlyFaulty = faulty.length > 0 && (chosen ?? count > PAGE)
  const all = onlyFaulty ? faulty : Array.from({ length: count }, (_, index) => index)
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const page = Math.min(wanted, pages - 1)
  const add = () => {
    setChosen(false)
    setWanted(Math.floor(count / PAGE))
    onAdd?.()
  }
  return (
    <>
      {count > PAGE && faulty.length > 0 && (
        <SwitchRow
          label={`只看要改的 ${faulty.length} 行`}
          text={`一共 ${count} 行`}
          on={onlyFaulty}
          onChange={on => {
            setChosen(on)
            setWanted(0)
          }}
        />
      )}
      {all.slice(page * PAGE, (page + 1) * PAGE).map(line)}
      {pages > 1 && (
        <Box className="buttons">
          <Button look="plain" label="上一页" disabled={page === 0} onPress={() => setWanted(page - 1)} />
          <Txt className="small">{`第 ${page + 1} 页，共 ${pages} 页（${all.length} 行）`}</Txt>
          <Button
            look="plain"
            label="下一页"
            disabled={page === pages - 1}
            onPress={() => setWanted(page + 1)}
          />
        </Box>
      )}
      {addLabel && (
        <Box className="buttons">
          <Button look="plain" label={addLabel} onPress={add} />
        </Box>
      )}
    </>
  )
}
