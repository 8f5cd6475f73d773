import { useState } from 'react'
import { totalText } from '@shared/presentation/document/units'
import { Box, Table, Txt } from '../../elements/dom'
import { highlightIf } from '../../elements/marked'
import { ROWS_AT_ONCE } from '../../elements/platform'
import { useWide } from '../../hooks/useWide'
import { useReading } from '../../state/settings'
import { Button } from '../controls/Button'
import { BlockFrame } from './BlockFrame'
import { useSpoken } from './Spoken'
import type { BlockOf } from './types'

/** Columns side by side on a phone. */
const PHONE_COLUMNS = 3
/** Columns side by side on a wide screen in 长辈版. */
const ELDER_COLUMNS = 4

interface Props {
  block: BlockOf<'table'>
  /** Names the record for screen readers, if a page shows two. */
  side?: string
}

/**
 * Shows all rows with the totals below; very long tables expand step by step. In 长辈版 rows are stacked, without
 * scrolling sideways.
 */
export function TableBlock({ block, side }: Props) {
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const said = useSpoken(block.id)
  const { elder } = useReading()
  const wide = useWide()
  const stacked = elder && !(wide && block.columns.length <= ELDER_COLUMNS)
  // Expands the table up to the row being read aloud.
  const wanted = Math.max(shown, block.rows.findIndex(({ id }) => id === said?.part) + 1)
  const left = block.rows.length - wanted
  return (
    <BlockFrame
      label={block.label}
      unit={block.unit}
      wide={!stacked && block.columns.length > PHONE_COLUMNS}
      said={said?.part === null}
    >
      <Table
        label={side ? `${side}，${block.label}` : block.label}
        columns={block.columns}
        marked={said?.part ?? undefined}
        stacked={stacked}
        rows={left > 0 ? block.rows.slice(0, wanted) : block.rows}
      />
      {left > 0 && (
        <Button
          look="plain"
          wide
          label={`还有 ${left} 行，接着看`}
          onPress={() => setShown(wanted + 4 * ROWS_AT_ONCE)}
        />
      )}
      {block.totals.map(total => (
        <Box key={total.id} {...highlightIf(said?.part === `total/${total.id}`, 'total')}>
          <Txt>{total.label}</Txt>
          <Txt className="total__value">{totalText(block, total)}</Txt>
        </Box>
      ))}
    </BlockFrame>
  )
}
