import type { PartOf } from '@shared/presentation/document'
import { Box } from '../../elements/dom'
import { Figure } from '../board/Figure'
import { SpokenText, useSpoken } from './Spoken'

/** Shows the sentence 一句话 and the key figure. */
export function Sentence({ part: { id, text, figure } }: { part: PartOf<'sentence'> }) {
  const said = useSpoken(id)
  return (
    <Box className="summary">
      <Box as="p" className="summary__text">
        <SpokenText said={said}>{text}</SpokenText>
      </Box>
      {figure && <Figure figure={figure} />}
    </Box>
  )
}
