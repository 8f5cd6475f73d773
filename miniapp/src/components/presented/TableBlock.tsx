import { useState } from 'react'
import { Box, Table, Txt } from '../../elements/dom'
import { ROWS_AT_ONCE } from '../../elements/platform'
import { Button } from '../Button'
import { BlockFrame } from './BlockFrame'
import type { BlockOf } from './types'

/** What a phone shows side by side. */
const PHONE_COLUMNS = 3

interface Props {
  block: BlockOf<'table'>
  /** Which of two records on one page it belongs to; heard, not drawn. */
  side?: string
}

/** Every row, the totals below; a very long table opens step by step. */
export function TableBlock({ block, side }: Props) {
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const left = block.rows.length - shown
  return (
    <BlockFrame label={block.label} unit={block.unit} wide={block.columns.length > PHONE_COLUMNS}>
      <Table
        label={side ? `${side}，${block.label}` : block.label}
        columns={block.columns}
        rows={left > 0 ? block.rows.slice(0, shown) : block.rows}
      />
      {left > 0 && (
        <Button
          look="plain"
          wide
          label={`还有 ${left} 行，接着看`}
          onPress={() => setShown(shown + ROWS_AT_ONCE)}
        />
      )}
      {block.totals.map(({ id, label, value }) => (
        <Box key={id} className="total">
          <Txt>{label}</Txt>
          <Txt className="total__value">{value}</Txt>
        </Box>
      ))}
    </BlockFrame>
  )
}
