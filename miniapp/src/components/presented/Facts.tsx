import type { PartOf } from '@shared/presentation/document'
import { Box } from '../../elements/dom'
import { highlightIf } from '../../elements/marked'
import { Fold } from '../page/Fold'
import { BlockFrame } from './BlockFrame'
import { useSpoken } from './Spoken'

interface Props {
  part: PartOf<'facts'>
  /** Folded on a screen; a screen reader and a printer have it whole. */
  folded: boolean
}

/** Shows labels and values row by row; a missing element has the record's own words. */
export function Facts({ part: { id: block, label, rows }, folded }: Props) {
  const said = useSpoken(block)
  const content = rows.map(({ id, label: name, text, missing }) => (
    <Box key={id} {...highlightIf(said?.part === id, 'fact')}>
      <Box className="fact__label">{name}</Box>
      <Box className={`fact__value${missing ? ' fact__value--missing' : ''}`}>{text}</Box>
    </Box>
  ))
  if (!folded) return <BlockFrame label={label}>{content}</BlockFrame>
  return (
    <Box as="section" className="block">
      <Fold label={label} kept opened={said !== null}>
        {content}
      </Fold>
    </Box>
  )
}
