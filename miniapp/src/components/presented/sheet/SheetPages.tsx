import { Box } from '../../../elements/dom'
import { ROWS_AT_ONCE } from '../../../elements/platform'
import { Button } from '../../controls/Button'

interface Props {
  /** Position of the first row shown. */
  from: number
  of: number
  onTurn: (from: number) => void
}

/** Turns the pages of a very long sheet; the number of rows shown at once stays the same. */
export function SheetPages({ from, of, onTurn }: Props) {
  if (of <= ROWS_AT_ONCE) return null
  const end = Math.min(from + ROWS_AT_ONCE, of)
  return (
    <Box className="buttons tools unprinted">
      <Box as="p" live="polite">{`第 ${from + 1}–${end} 行，共 ${of} 行`}</Box>
      {from > 0 && <Button look="plain" label="往前" onPress={() => onTurn(from - ROWS_AT_ONCE)} />}
      {end < of && <Button look="plain" label="往后" onPress={() => onTurn(end)} />}
      {from > ROWS_AT_ONCE && <Button look="plain" label="回到开头" onPress={() => onTurn(0)} />}
    </Box>
  )
}
