import { useState } from 'react'
import type { ObligationMatrix } from '@shared/contract/disclosure/matrix'
import { Button } from '../../../components/controls/Button'
import { EmptyState } from '../../../components/page/EmptyState'
import { Pager } from '../../../components/page/Pager'
import { Box } from '../../../elements/dom'
import { Grid } from '../../../elements/grid'
import type { GridCell } from '../../../elements/types'
import { type Found, LOOK_OF, type Look, lookedAt, monthKey, readerOf } from './view'

export interface CellPlace {
  village: string
  item: string
  month: string
}

interface Props {
  matrix: ObligationMatrix
  look: Look
  selected: CellPlace | null
  onSelect: (cell: CellPlace) => void
}

/** Columns per page; head and first column stay while the rest is scrolled. */
const COLUMNS = 24

/** Shows the matrix 矩阵: villages by items for one month or the year; paged by village and by group of items. */
export function MatrixTable({ matrix, look, selected, onSelect }: Props) {
  const [group, setGroup] = useState(0)
  const { items, villages: rows } = lookedAt(matrix, look)
  const last = Math.max(0, Math.ceil(items.length / COLUMNS) - 1)
  const at = Math.min(group, last)
  const shown = items.slice(at * COLUMNS, (at + 1) * COLUMNS)
  const read = readerOf(matrix)
  if (rows.length === 0) return <EmptyState title="没有有问题的" text="这里没有过期、快到期和定不下来的。" />
  return (
    <Box>
      {last > 0 && (
        <Box className="buttons leaves">
          <Box as="p" live="polite">
            {`事项第 ${at * COLUMNS + 1}–${at * COLUMNS + shown.length} 项，共 ${items.length} 项`}
          </Box>
          {at > 0 && <Button look="plain" label="前面的事项" onPress={() => setGroup(at - 1)} />}
          {at < last && <Button look="plain" label="后面的事项" onPress={() => setGroup(at + 1)} />}
        </Box>
      )}
      <Pager rows={rows} label="村（社区）">
        {villages => (
          <Grid
            label="各村各事项的公开情况"
            corner="村（社区）"
            columns={shown.map(({ key, name }) => ({ id: key, label: name }))}
            rows={villages.map(village => ({
              id: village.code,
              label: village.name,
              cells: shown.map(item => {
                const on = selected?.village === village.code && selected.item === item.key
                return cellOf(read(village, item.index, look.month), on)
              }),
            }))}
            onPress={(code, key) => {
              const village = villages.find(one => one.code === code)
              const item = shown.find(one => one.key === key)
              const found = village && item && read(village, item.index, look.month)
              if (found) onSelect({ village: code, item: key, month: monthKey(matrix.year, found.month) })
            }}
          />
        )}
      </Pager>
    </Box>
  )
}

const cellOf = (found: Found | null, selected: boolean): GridCell | null =>
  found && {
    sign: found.code.sign,
    word: found.code.label,
    look: LOOK_OF[found.code.state],
    selected,
  }
