import { type ReactNode, useMemo, useState } from 'react'
import { Button } from '../../../../components/controls/Button'
import { SwitchRow } from '../../../../components/form/SwitchRow'
import { TextField } from '../../../../components/form/TextField'
import { Box, Txt } from '../../../../elements/dom'
import { FIELDS_AT_ONCE } from '../../../../elements/platform'
import type { Fault } from '../../draft/types'
import type { Sought } from '../types'

interface Props {
  /** Path of the list in the draft: `blocks.0.rows`. */
  at: string
  count: number
  /** Fields of one line. */
  fields: number
  faults: readonly Fault[]
  /** Field to be shown, with the page of its line. */
  sought: Sought | null
  line: (index: number) => ReactNode
  /** Absent if the lines are fixed. */
  addLabel?: string
  onAdd?: () => void
}

/** Most lines of a page; a page of long lines has fewer, since many fields at once make a phone slow. */
const MOST_LINES = 20
/** From more pages than these on, a row is found by its number. */
const FEW_PAGES = 3
const pageOf = (fields: number): number =>
  Math.min(MOST_LINES, Math.max(1, Math.floor(FIELDS_AT_ONCE / fields)))

/** Returns the index of the line that a field belongs to; null for a field elsewhere. */
function lineOf(at: string, field: string): number | null {
  if (!field.startsWith(`${at}.`)) return null
  const index = Number(field.slice(at.length + 1).split('.')[0])
  return Number.isNaN(index) ? null : index
}

/** Lists the indexes of rows with faults. */
function faultyRows(at: string, faults: readonly Fault[]): number[] {
  const rows = new Set<number>()
  for (const { field } of faults) {
    const index = lineOf(at, field)
    if (index !== null) rows.add(index)
  }
  return [...rows].sort((a, b) => a - b)
}

/** Which lines are shown: a page of all of them, or of those with faults. */
function useShownLines({ at, count, faults, sought, fields }: Props) {
  const perPage = pageOf(fields)
  const [wanted, setWanted] = useState(0)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [followed, setFollowed] = useState(sought)
  const faulty = useMemo(() => faultyRows(at, faults).filter(index => index < count), [at, faults, count])
  const onlyFaulty = faulty.length > 0 && (chosen ?? count > perPage)
  const total = onlyFaulty ? faulty.length : count
  const pages = Math.max(1, Math.ceil(total / perPage))
  if (sought !== followed) {
    setFollowed(sought)
    const index = sought && lineOf(at, sought.field)
    if (index !== null) setWanted(Math.floor((onlyFaulty ? faulty.indexOf(index) : index) / perPage))
  }
  const page = Math.min(Math.max(wanted, 0), pages - 1)
  const from = page * perPage
  const shown = onlyFaulty
    ? faulty.slice(from, from + perPage)
    : Array.from({ length: Math.min(perPage, count - from) }, (_, place) => from + place)
  return {
    shown,
    faulty: faulty.length,
    onlyFaulty,
    isLong: count > perPage,
    page,
    pages,
    total,
    turnTo: setWanted,
    choose: (on: boolean) => {
      setChosen(on)
      setWanted(0)
    },
    showRow: (index: number) => setWanted(Math.floor(index / perPage)),
    showLast: () => {
      setChosen(false)
      setWanted(Math.floor(count / perPage))
    },
  }
}

interface RowSearchProps {
  id: string
  count: number
  onRow: (index: number) => void
}

/** Turns to the page of a row by its number. */
function RowSearch({ id, count, onRow }: RowSearchProps) {
  const [typed, setTyped] = useState('')
  const search = (text: string) => {
    setTyped(text)
    const number = Number(text)
    if (number >= 1 && number <= count) onRow(number - 1)
  }
  return <TextField id={id} label="翻到第几行" kind="integer" value={typed} onChange={search} />
}

/** Shows the lines of a list in pages, and those with faults separately. */
export function Lines(props: Props) {
  const { at, count, line, addLabel, onAdd } = props
  const { shown, faulty, onlyFaulty, isLong, page, pages, total, turnTo, choose, showLast, showRow } =
    useShownLines(props)
  const add = () => {
    showLast()
    onAdd?.()
  }
  return (
    <>
      {isLong && faulty > 0 && (
        <SwitchRow
          label={`只看要改的 ${faulty} 行`}
          text={`一共 ${count} 行`}
          on={onlyFaulty}
          onChange={choose}
        />
      )}
      {shown.map(line)}
      {pages > 1 && (
        <Box className="buttons">
          <Button look="plain" label="上一页" disabled={page === 0} onPress={() => turnTo(page - 1)} />
          <Txt className="small">{`第 ${page + 1} 页，共 ${pages} 页（${total} 行）`}</Txt>
          <Button
            look="plain"
            label="下一页"
            disabled={page === pages - 1}
            onPress={() => turnTo(page + 1)}
          />
        </Box>
      )}
      {pages > FEW_PAGES && !onlyFaulty && <RowSearch id={`${at}.search`} count={count} onRow={showRow} />}
      {addLabel && (
        <Box className="buttons">
          <Button look="plain" label={addLabel} onPress={add} />
        </Box>
      )}
    </>
  )
}
