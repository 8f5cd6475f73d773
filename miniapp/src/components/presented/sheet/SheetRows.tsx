import { Fragment, useMemo, useState } from 'react'
import type { SheetGroup, SheetRow } from '@shared/presentation/document'
import { type Piece, rowForm } from '@shared/presentation/document/rows'
import { Box, Press, Txt } from '../../../elements/dom'
import { highlightIf } from '../../../elements/marked'
import { RowPanel } from './RowPanel'
import type { LinesProps } from './lines'
import { photosOf } from './sheetView'

const OWN = '您家'

/** Shows rows one below the other: matter and amount on one line, the rest below. */
export function SheetRows(props: LinesProps) {
  const { part, label, entries, marked, regrouped, own } = props
  const form = useMemo(() => rowForm(part), [part])
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <Box className="sheet__heads">
        {form.heads.map(head => (
          <Txt key={head}>{head}</Txt>
        ))}
      </Box>
      <Box as="ul" label={label} className="sheet">
        {entries.map(({ group, row }, at) => (
          <Fragment key={row.id}>
            {!regrouped && group !== entries[at - 1]?.group && <GroupHead group={group} />}
            <Box as="li" {...highlightIf(row.id === marked, own?.includes(row.id) ? 'li li--own' : 'li')}>
              <Row
                {...props}
                row={row}
                pieces={form.piecesOf(row)}
                group={regrouped ? group.label : null}
                open={open === row.id}
                onOpen={() => setOpen(open === row.id ? null : row.id)}
              />
            </Box>
          </Fragment>
        ))}
      </Box>
    </>
  )
}

function GroupHead({ group: { label, rows, subtotals } }: { group: SheetGroup }) {
  if (label === null) return null
  return (
    <Box as="li" className="grp">
      <Txt className="grp__name">{label}</Txt>
      <Txt className="grp__count">{`共 ${rows.length} 行`}</Txt>
      {subtotals.map(total => (
        <Txt key={total.id} className="grp__sum">
          <Txt className="li__word">{total.label}</Txt>
          <Txt className="grp__text">{total.text}</Txt>
        </Txt>
      ))}
    </Box>
  )
}

interface RowProps extends LinesProps {
  row: SheetRow
  pieces: readonly Piece[]
  /** Name of the group, where no head above names it. */
  group: string | null
  open: boolean
  onOpen: () => void
}

function Row({ part, files = [], pointAt, own = [], row, pieces, group, open, onOpen }: RowProps) {
  const photos = photosOf(part, row, files)
  // Words that are not cells of the row: its group, and that it is the reader's.
  const marks = [...(group === null ? [] : [group]), ...(own.includes(row.id) ? [OWN] : [])]
  const content = (
    <>
      {pieces.map(piece => (
        <Cell key={piece.id} piece={piece} />
      ))}
      {marks.map(mark => (
        <Txt key={mark} className={`li__rest${mark === OWN ? ' li__own' : ''}`}>
          {mark}
        </Txt>
      ))}
    </>
  )
  if (!pointAt && photos.length === 0) return <Box className="li__line">{content}</Box>
  return (
    <>
      <Press
        className={`li__line li__line--press${photos.length > 0 ? ' li__line--photo' : ''}`}
        label={[...pieces.map(wordsOf), ...marks].join('')}
        expanded={open}
        onPress={onOpen}
      >
        {content}
      </Press>
      {open && <RowPanel photos={photos} url={pointAt?.(part.id, row.id) ?? null} />}
    </>
  )
}

/** A cell as it is read on the page: its word, if it has one, and its text. */
const wordsOf = ({ label, text }: Pick<Piece, 'label' | 'text'>): string =>
  label === null ? text : `${label} ${text}`

function Cell({ piece: { place, label, text } }: { piece: Piece }) {
  if (place === 'rest') return <Txt className="li__rest">{wordsOf({ label, text })}</Txt>
  if (label === null) return <Txt className={`li__${place}`}>{text}</Txt>
  return (
    <Txt className={`li__${place}`}>
      <Txt className="li__word">{`${label} `}</Txt>
      <Txt className="li__text">{text}</Txt>
    </Txt>
  )
}
