import { Box, Txt } from '../../elements/dom'
import type { FigureRow } from './figures'

interface Props {
  rows: readonly FigureRow[]
  village: string
  street: string
}

/** Shows the figures that differ: village, street, difference. */
export function FigureTable({ rows, village, street }: Props) {
  if (rows.length === 0) return null
  return (
    <Box as="ul" label="数字不一样的地方" className="sums">
      {rows.map(row => (
        <Box key={row.id} as="li" className="sums__row">
          <Txt className="sums__label">{row.label}</Txt>
          <Figure who={village} text={row.village} />
          <Figure who={street} text={row.street} />
          <Figure who="差" text={row.difference} differs />
        </Box>
      ))}
    </Box>
  )
}

function Figure({ who, text, differs = false }: { who: string; text: string; differs?: boolean }) {
  return (
    <Txt className={`sums__figure${differs ? ' sums__figure--differs' : ''}`}>
      <Txt className="sums__who">{`${who} `}</Txt>
      <Txt className="sums__text">{text}</Txt>
    </Txt>
  )
}
