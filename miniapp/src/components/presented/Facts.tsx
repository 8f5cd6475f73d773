import { Box } from '../../elements/dom'
import { highlightIf } from '../../elements/marked'
import { BlockFrame } from './BlockFrame'
import { useSpoken } from './Spoken'
import type { BlockOf } from './types'

/** Shows labels and values row by row; a missing element has the record's own words. */
export function Facts({ block }: { block: BlockOf<'facts'> }) {
  const said = useSpoken(block.id)
  return (
    <BlockFrame label={block.label}>
      {block.rows.map(({ id, label, value, missing }) => (
        <Box key={id} {...highlightIf(said?.part === id, 'fact')}>
          <Box className="fact__label">{label}</Box>
          <Box className={`fact__value${missing ? ' fact__value--missing' : ''}`}>{value}</Box>
        </Box>
      ))}
    </BlockFrame>
  )
}
