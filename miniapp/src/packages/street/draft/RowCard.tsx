import { useState } from 'react'
import type { DraftCell, DraftRow } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Box, Heading, Txt } from '../../../elements/dom'
import { ReasonForm } from '../../../components/form/ReasonForm'
import { CellCard } from './CellCard'
import type { ChangeRow } from './types'

interface Props {
  row: DraftRow
  /** Shows flagged cells only, the others on demand. */
  openOnly: boolean
  mayUpdate: boolean
  busy: boolean
  change: ChangeRow
}

const placeOf = ({ sheet, sourceRow }: DraftRow): string => {
  if (sourceRow === null) return '补的一行'
  return `${sheet === null ? '' : `${sheet} `}第 ${sourceRow} 行`
}

const wasFlagged = ({ state }: DraftCell) =>
  state === 'uncertain' || state === 'accepted' || state === 'fixed'

/** Shows one row: its cells with values and source texts. */
export function RowCard({ row, openOnly, mayUpdate, busy, change }: Props) {
  const [whole, setWhole] = useState(false)
  const cells = openOnly && !whole ? row.cells.filter(wasFlagged) : row.cells
  const rest = row.cells.length - cells.length
  return (
    <Box as="article" className={`drow${row.dropped ? ' drow--off' : ''}`} label={row.name || placeOf(row)}>
      <Box className="drow__head">
        <Heading level={2} className="heading">
          {row.name || '（还没有名称）'}
        </Heading>
        <Txt className="row__meta">{placeOf(row)}</Txt>
      </Box>
      {row.dropped ? (
        <Dropped row={row} mayUpdate={mayUpdate} busy={busy} change={change} />
      ) : (
        <>
          <Box className="dcell dcell--head" decorative>
            <Txt>栏目</Txt>
            <Txt>读到的</Txt>
            <Txt>原文</Txt>
            <Txt>核对</Txt>
          </Box>
          {cells.map(cell => (
            <CellCard
              key={cell.field}
              row={row}
              cell={cell}
              mayUpdate={mayUpdate}
              busy={busy}
              change={change}
            />
          ))}
          <Box className="buttons">
            {openOnly && (rest > 0 || whole) && (
              <Button
                look="plain"
                label={whole ? '只看要看的格子' : `看这一行其余 ${rest} 格`}
                onPress={() => setWhole(!whole)}
              />
            )}
            {mayUpdate && <DropRow row={row} busy={busy} change={change} />}
          </Box>
        </>
      )}
    </Box>
  )
}

type Part = Omit<Props, 'openOnly' | 'mayUpdate'>

function DropRow({ row, busy, change }: Part) {
  const [asked, setAsked] = useState(false)
  const drop = async (reason: string) => {
    const done = await change(key =>
      api(
        'POST /catalogue-draft-rows/:id/drop',
        { params: { id: row.id }, body: { version: row.version, reason } },
        key,
      ),
    )
    if (done) setAsked(false)
  }
  if (!asked) {
    return <Button look="danger" label="去掉这一行" disabled={busy} onPress={() => setAsked(true)} />
  }
  return (
    <ReasonForm
      id={`drop-${row.id}`}
      label="为什么去掉"
      help="例如：本街道没有这个事项。去掉的行还看得到，可以放回。"
      done="去掉"
      busy={busy}
      onDone={reason => void drop(reason)}
    />
  )
}

function Dropped({ row, mayUpdate, busy, change }: Part & { mayUpdate: boolean }) {
  const restore = () =>
    void change(key =>
      api(
        'POST /catalogue-draft-rows/:id/restore',
        { params: { id: row.id }, body: { version: row.version } },
        key,
      ),
    )
  return (
    <>
      <Box as="p" className="row__text">
        {`${row.dropped?.by} 去掉了这一行：${row.dropped?.reason}`}
      </Box>
      {mayUpdate && (
        <Box className="buttons">
          <Button look="plain" label="放回这一行" disabled={busy} onPress={restore} />
        </Box>
      )}
    </>
  )
}
