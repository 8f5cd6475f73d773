import { Box, Txt } from '../../elements/dom'
import { SpokenText, useSpoken } from './Spoken'
import type { BlockOf } from './types'

/** Shows the summary sentence and the key figure. */
export function Summary({ block }: { block: BlockOf<'summary'> }) {
  const { text, figure } = block
  const said = useSpoken(block.id)
  return (
    <Box className="summary">
      <Box as="p" className="summary__text">
        <SpokenText said={said}>{text}</SpokenText>
      </Box>
      {figure && (
        <Box className="summary__figure">
          <Txt>{figure.label}</Txt>
          <Box className="summary__value">
            <Txt className="summary__number">{figure.text}</Txt>
            <Txt>{figure.unit}</Txt>
          </Box>
        </Box>
      )}
    </Box>
  )
}
