import { Box } from '../../elements/dom'
import { BlockFrame } from './BlockFrame'
import type { BlockOf } from './types'

export function TextBlock({ block }: { block: BlockOf<'text'> }) {
  return (
    <BlockFrame label={block.label}>
      {block.paragraphs.map((paragraph, index) => (
        <Box key={index} as="p" className="paragraph">
          {paragraph}
        </Box>
      ))}
    </BlockFrame>
  )
}
