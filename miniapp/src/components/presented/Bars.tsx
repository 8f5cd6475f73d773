import { Box, Txt } from '../../elements/dom'
import { BlockFrame } from './BlockFrame'
import type { BlockOf } from './types'

/** Bars made of plain boxes; label and number stand beside each, the table with the same numbers follows. */
export function Bars({ block }: { block: BlockOf<'bars'> }) {
  return (
    <BlockFrame label={block.label} unit={block.unit}>
      {block.bars.map(({ id, label, text, permille }) => (
        <Box key={id} className="bar">
          <Box className="bar__line">
            <Txt>{label}</Txt>
            <Txt className="bar__text">{text}</Txt>
          </Box>
          <Box decorative className="bar__track">
            <Box className="bar__fill" style={{ width: `${permille / 10}%` }} />
          </Box>
        </Box>
      ))}
    </BlockFrame>
  )
}
