import type { KeyFigure } from '@shared/contract/reading/answer'
import { Box, Txt } from '../../elements/dom'

/** Most characters of a figure in its largest size. */
const LONG = 13

/** Shows the one figure of a page, its cents smaller. */
export const Figure = ({ figure: { label, text, unit } }: { figure: KeyFigure }) => (
  <Box className="figure">
    <Txt className="figure__label">{label}</Txt>
    <Number text={text} />
    <Txt className="figure__unit">{unit}</Txt>
  </Box>
)

function Number({ text }: { text: string }) {
  const [, whole = text, cents = ''] = /^(.*\d)(\.\d+)$/.exec(text) ?? []
  return (
    <Txt className={`figure__number${text.length >= LONG ? ' figure__number--long' : ''}`}>
      {whole}
      {cents !== '' && <Txt className="figure__cents">{cents}</Txt>}
    </Txt>
  )
}
