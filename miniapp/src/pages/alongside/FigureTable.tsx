import { Box, Txt } from '../../elements/dom'
import { useReading } from '../../state/settings'
import { type FigureRow, unitOf, withoutUnit } from './figures'

/** Longest figure, and largest text, with which four columns fit a phone of 360 px. */
const SHORT = 10
const SMALL_TEXT = 18

const labelOf = ({ label, village }: FigureRow): string =>
  unitOf(village) === '' ? label : `${label}（${unitOf(village)}）`

interface Props {
  rows: readonly FigureRow[]
  village: string
  street: string
}

/** Shows the figures that differ: village, street, difference; side by side where they fit. */
export function FigureTable({ rows, village, street }: Props) {
  const { size } = useReading()
  if (rows.length === 0) return null
  const fits = rows.every(row =>
    [row.village, row.street, row.difference].every(text => text.length <= SHORT),
  )
  return (
    <Box
      as="ul"
      label="数字不一样的地方"
      className={`sums${fits && size <= SMALL_TEXT ? ' sums--columns' : ''}`}
    >
      {rows.map(row => (
        <Box key={row.id} as="li" className="sums__row">
          <Txt className="sums__label">{labelOf(row)}</Txt>
          <Figure who={village} text={withoutUnit(row.village)} />
          <Figure who={street} text={withoutUnit(row.street)} />
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
