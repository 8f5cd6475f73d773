import { useState } from 'react'
import { NO_ROWS } from '@shared/presentation/document/text'
import { Box, Txt } from '../../../elements/dom'
import { highlightIf } from '../../../elements/marked'
import { ROWS_AT_ONCE, showTop } from '../../../elements/platform'
import { useWide } from '../../../hooks/useWide'
import { useReading } from '../../../state/settings'
import { BlockFrame } from '../BlockFrame'
import { SheetPages } from './SheetPages'
import { SheetRows } from './SheetRows'
import { SheetTable } from './SheetTable'
import { FIND_FROM, SheetTools } from './SheetTools'
import { type Wish, entriesOf, windowOf } from './sheetView'
import { useSpoken } from '../Spoken'
import type { SheetProps } from './lines'

/** Most columns side by side on a wide screen; in 长辈版. */
const WIDE_COLUMNS = 7
const ELDER_COLUMNS = 4

const AS_GIVEN: Wish = { words: '', byAmount: false }

function useTable(columns: number): boolean {
  const { elder } = useReading()
  return useWide() && columns <= (elder ? ELDER_COLUMNS : WIDE_COLUMNS)
}

/**
 * Shows a sheet 表: every row, its sums and whether they agree. Rows are one below the other on a phone and in a table
 * where there is room; a very long sheet is turned page by page.
 */
export function Sheet(props: SheetProps) {
  const { part } = props
  const said = useSpoken(part.id)
  return (
    <BlockFrame label={part.label} said={said?.part === null}>
      {part.caption.length > 0 && (
        <Box as="p" className="sheet__caption">
          {part.caption.map(words => (
            <Txt key={words} className="sheet__said">
              {words}
            </Txt>
          ))}
        </Box>
      )}
      {part.count === 0 ? <Box as="p">{NO_ROWS}</Box> : <Lines {...props} marked={said?.part ?? undefined} />}
      {part.totals.map(total => (
        <Box key={total.id} {...highlightIf(said?.part === `total/${total.id}`, 'total')}>
          <Txt>{total.label}</Txt>
          <Txt className="total__value">{total.text}</Txt>
        </Box>
      ))}
      {part.proof && (
        <Box as="p" className={`proof proof--${part.proof.agrees ? 'agrees' : 'differs'}`}>
          {part.proof.text}
        </Box>
      )}
    </BlockFrame>
  )
}

function Lines({ marked, ...props }: SheetProps & { marked: string | undefined }) {
  const { part, side = '' } = props
  const [wish, setWish] = useState(AS_GIVEN)
  const [from, setFrom] = useState(0)
  const asTable = useTable(part.columns.length)
  const wished = marked === undefined ? wish : AS_GIVEN
  const entries = entriesOf(part, wished)
  // The page of the row that is being read aloud.
  const spoken = entries.findIndex(({ row }) => row.id === marked)
  const start = spoken < 0 ? windowOf(Math.min(from, entries.length - 1), ROWS_AT_ONCE) : windowOf(spoken, ROWS_AT_ONCE) // prettier-ignore
  const anchor = `sheet-${side}${part.id}`
  const turn = (at: number) => {
    setFrom(at)
    showTop(anchor)
  }
  const change = (next: Wish) => {
    setWish(next)
    setFrom(0)
  }
  const shown = {
    ...props,
    marked,
    entries: entries.slice(start, start + ROWS_AT_ONCE),
    label: side ? `${side}，${part.label}` : part.label,
    regrouped: wished.byAmount || wished.words.trim() !== '',
  }
  return (
    <Box id={anchor} className="sheet__anchor">
      {part.count >= FIND_FROM && (
        <SheetTools id={`${anchor}-find`} wish={wish} found={entries.length} onChange={change} />
      )}
      {asTable && !shown.regrouped ? <SheetTable {...shown} /> : <SheetRows {...shown} />}
      <SheetPages from={start} of={entries.length} onTurn={turn} />
    </Box>
  )
}
