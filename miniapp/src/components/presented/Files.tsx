import { Box, Txt } from '../../elements/dom'
import { BlockFrame } from './BlockFrame'
import type { BlockOf } from './types'

export function Files({ block }: { block: BlockOf<'files'> }) {
  return (
    <BlockFrame label={block.label}>
      {block.files.map(({ id, name, size, sha256 }) => (
        <Box key={id} className="row">
          <Box className="row__main">
            <Txt className="row__title">{name}</Txt>
            <Txt className="hash">{sha256}</Txt>
          </Box>
          <Txt className="row__side">{size}</Txt>
        </Box>
      ))}
    </BlockFrame>
  )
}
