import { Box } from '../../elements/dom'
import { BlockFrame } from './BlockFrame'
import type { BlockOf } from './types'

/** Label and value, row by row; a missing element is told by the record's own words. */
export function Facts({ block }: { block: BlockOf<'facts'> }) {
  return (
    <BlockFrame label={block.label}>
      {block.rows.map(({ id, label, value, missing }) => (
        <Box key={id} className="fact">
          <Box className="fact__label">{label}</Box>
          <Box className={`fact__value${missing ? ' fact__value--missing' : ''}`}>{value}</Box>
        </Box>
      ))}
    </BlockFrame>
  )
}
