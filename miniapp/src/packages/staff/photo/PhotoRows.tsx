import { useState } from 'react'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box, Heading, Picture, Txt } from '../../../elements/dom'

type PhotoRow = NonNullable<TableImport['photo']>[number]
type Values = Readonly<Record<string, string>>

interface Props {
  id: string
  read: TableImport
  /** Takes the rows, as they were corrected. */
  onTake: (read: TableImport) => void
  onLeave: () => void
}

/** Rows at once: a phone draws few pieces of a picture quickly. */
const AT_ONCE = 8

const isSure = ({ cells }: PhotoRow): boolean => cells.every(({ sure }) => sure)

/** Puts what a person corrected into the rows. */
function corrected(read: TableImport, typed: Readonly<Record<number, Values>>): TableImport {
  const rows = read.rows.map((row, index) => ({ ...row, values: { ...row.values, ...typed[index] } }))
  const faults = read.faults.filter(({ index, field }) => typed[index]?.[field] === undefined)
  return { ...read, rows, faults }
}

/**
 * Shows the rows read from a photograph 拍照填表, each under its piece of the picture; what was read less surely is a
 * field to check. Nothing goes into the table before a person has looked.
 */
export function PhotoRows({ id, read, onTake, onLeave }: Props) {
  const { photo = [], notes } = read
  const [typed, setTyped] = useState<Readonly<Record<number, Values>>>({})
  const [looked, setLooked] = useState<Readonly<Record<number, true>>>({})
  const [from, setFrom] = useState(0)
  const [reached, setReached] = useState(AT_ONCE)
  const unlooked = photo.filter(row => !isSure(row) && !looked[row.index]).length
  const unseen = Math.max(0, photo.length - reached)
  const waits = waitsFor(unlooked, unseen)
  const turn = (to: number) => {
    setFrom(to)
    setReached(Math.max(reached, to + AT_ONCE))
  }
  const type = (index: number, field: string, text: string) =>
    setTyped({ ...typed, [index]: { ...typed[index], [field]: text } })
  return (
    <Box as="section" className="photo-rows" label="对着照片看">
      <Heading level={3} className="heading">
        {`照片上读出 ${photo.length} 行，请对着照片看`}
      </Heading>
      <Box as="p" className="small">
        {`还没有放进表里。字是电脑认的，会认错。${photo.every(isSure) ? '' : '看不准的格子写在下面，请照照片改。'}`}
      </Box>
      {notes.map(note => (
        <Txt key={note}>{note}</Txt>
      ))}
      {photo.slice(from, from + AT_ONCE).map(row => (
        <Row
          key={row.index}
          id={`${id}-${row.index}`}
          row={row}
          typed={typed[row.index] ?? {}}
          looked={looked[row.index] === true}
          onType={(field, text) => type(row.index, field, text)}
          onLook={() => setLooked({ ...looked, [row.index]: true })}
        />
      ))}
      <Box className="buttons">
        {from > 0 && <Button look="plain" label="前面的行" onPress={() => turn(from - AT_ONCE)} />}
        {from + AT_ONCE < photo.length && (
          <Button look="plain" label="后面的行" onPress={() => turn(from + AT_ONCE)} />
        )}
        <Button
          label="看过了，放进表里"
          disabled={waits !== ''}
          onPress={() => onTake(corrected(read, typed))}
        />
        <Button look="plain" label="不要了" onPress={onLeave} />
      </Box>
      {waits !== '' && (
        <Box as="p" className="small" live="polite">
          {waits}
        </Box>
      )}
    </Box>
  )
}

/** Says what is still to be looked at; empty: nothing. */
function waitsFor(unlooked: number, unseen: number): string {
  const words = [
    ...(unlooked > 0 ? [`${unlooked} 行有看不准的格子，改好了点“这一行看过了”`] : []),
    ...(unseen > 0 ? [`后面还有 ${unseen} 行没有翻到`] : []),
  ]
  return words.length > 0 ? `${words.join('；')}。` : ''
}

interface RowProps {
  id: string
  row: PhotoRow
  typed: Values
  looked: boolean
  onType: (field: string, text: string) => void
  onLook: () => void
}

function Row({ id, row, typed, looked, onType, onLook }: RowProps) {
  const nth = row.index + 1
  const sure = row.cells.filter(cell => cell.sure && cell.text !== '')
  const unsure = row.cells.filter(cell => !cell.sure)
  return (
    <Box as="article" className="photo-rows__row">
      <Picture
        className="photo-rows__piece"
        label={`照片上的第 ${nth} 行`}
        src={`data:image/jpeg;base64,${row.piece}`}
      />
      <Box as="p">{`第 ${nth} 行。${sure.map(({ label, text }) => `${label}：${text}`).join('；')}`}</Box>
      {unsure.map(({ field, label, text }) => (
        <TextField
          key={field}
          id={`${id}-${field}`}
          label={`第 ${nth} 行 ${label}`}
          help="! 看不准，请照照片改"
          value={typed[field] ?? text}
          onChange={value => onType(field, value)}
        />
      ))}
      {unsure.length > 0 &&
        (looked ? (
          <Txt className="state state--ok">✓ 这一行看过了</Txt>
        ) : (
          <Button look="plain" label={`这一行看过了（第 ${nth} 行）`} onPress={onLook} />
        ))}
    </Box>
  )
}
