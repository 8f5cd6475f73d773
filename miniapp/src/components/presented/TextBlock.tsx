import { Box } from '../../elements/dom'
import { BlockFrame } from './BlockFrame'
import { SpokenText, useSpoken } from './Spoken'
import type { BlockOf } from './types'

export function TextBlock({ block }: { block: BlockOf<'text'> }) {
  const said = useSpoken(block.id)
  return (
    <BlockFrame label={block.label} said={said?.part === null}>
      {block.paragraphs.map((paragraph, index) => (
        <Box key={index} as="p" className="paragraph">
          <SpokenText said={said?.part === String(index) ? said : null}>{paragraph}</SpokenText>
        </Box>
      ))}
    </BlockFrame>
  )
}
