import type { PartOf } from '@shared/presentation/document'
import { Box, Txt } from '../../elements/dom'
import { SpokenText, useSpoken } from './Spoken'

/** Most characters of a figure in its largest size. */
const LONG = 13

/** Shows the sentence 一句话 and the key figure, its cents smaller. */
export function Sentence({ part: { id, text, figure } }: { part: PartOf<'sentence'> }) {
  const said = useSpoken(id)
  return (
    <Box className="summary">
      <Box as="p" className="summary__text">
        <SpokenText said={said}>{text}</SpokenText>
      </Box>
      {figure && (
        <Box className="figure">
          <Txt className="figure__label">{figure.label}</Txt>
          <Number text={figure.text} />
          <Txt className="figure__unit">{figure.unit}</Txt>
        </Box>
      )}
    </Box>
  )
}

function Number({ text }: { text: string }) {
  const [, whole = text, cents = ''] = /^(.*\d)(\.\d+)$/.exec(text) ?? []
  return (
    <Txt className={`figure__number${text.length >= LONG ? ' figure__number--long' : ''}`}>
      {whole}
      {cents !== '' && <Txt className="figure__cents">{cents}</Txt>}
    </Txt>
  )
}
