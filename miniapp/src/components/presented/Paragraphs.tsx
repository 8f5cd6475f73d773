import type { PartOf } from '@shared/presentation/document'
import { Box } from '../../elements/dom'
import { BlockFrame } from './BlockFrame'
import { SpokenText, useSpoken } from './Spoken'

export function Paragraphs({ part }: { part: PartOf<'paragraphs'> }) {
  const said = useSpoken(part.id)
  return (
    <BlockFrame label={part.label} said={said?.part === null}>
      {part.paragraphs.map((paragraph, index) => (
        <Box key={index} as="p" className="paragraph">
          <SpokenText said={said?.part === String(index) ? said : null}>{paragraph}</SpokenText>
        </Box>
      ))}
    </BlockFrame>
  )
}
