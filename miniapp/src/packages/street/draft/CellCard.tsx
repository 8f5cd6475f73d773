import { useState } from 'react'
import type { DraftCell, DraftRow, UpdateDraftRow } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Box, Txt } from '../../../elements/dom'
import { CellForm } from './CellForm'
import type { ChangeRow } from './types'

interface Props {
  row: DraftRow
  cell: DraftCell
  mayUpdate: boolean
  busy: boolean
  change: ChangeRow
}

const STATES: Readonly<Record<DraftCell['state'], { look: string; text: string }>> = {
  read: { look: '', text: '' },
  inherited: { look: '', text: '合并单元格，沿用上面的' },
  uncertain: { look: '', text: '! 要看' },
  accepted: { look: ' state--ok', text: '✓ 看过，就是这样' },
  fixed: { look: ' state--ok', text: '✓ 改过' },
}

/** Shows one cell: value, doubts, source text, and the button to settle it. */
export function CellCard({ row, cell, mayUpdate, busy, change }: Props) {
  const [writing, setWriting] = useState(false)
  const open = cell.state === 'uncertain'
  const mend = async (what: Partial<Pick<UpdateDraftRow, 'fixes' | 'accept'>>) => {
    const body = { version: row.version, fixes: [], accept: [], ...what }
    if (await change(key => api('PUT /catalogue-draft-rows/:id', { params: { id: row.id }, body }, key))) {
      setWriting(false)
    }
  }
  const fix = (text: string) => void mend({ fixes: [{ field: cell.field, text }] })
  return (
    <Box className={`dcell${open ? ' dcell--open' : ''}`} role="group" label={`${row.name} ${cell.label}`}>
      <Txt className="dcell__label">{cell.label}</Txt>
      <Box className="dcell__read">
        <CellWords cell={cell} />
        {writing && <CellForm id={`${row.id}-${cell.field}`} cell={cell} busy={busy} onSave={fix} />}
      </Box>
      <Source text={cell.source} />
      {mayUpdate && (
        <Box className="dcell__do">
          {open && cell.suggestion !== null && !writing && (
            <Button
              label={`改成“${changed(cell.text, cell.suggestion)}”`}
              disabled={busy}
              onPress={() => fix(cell.suggestion ?? '')}
            />
          )}
          {open && !cell.mustFix && !writing && (
            <Button
              look={cell.suggestion === null ? 'main' : 'plain'}
              label="就是这样"
              disabled={busy}
              onPress={() => void mend({ accept: [cell.field] })}
            />
          )}
          <Button look="plain" label={writing ? '不改了' : '改'} onPress={() => setWriting(!writing)} />
        </Box>
      )}
    </Box>
  )
}

/** Returns the lines that a suggestion would change. */
const changed = (text: string, suggestion: string): string => {
  const before = text.split('\n')
  return suggestion
    .split('\n')
    .filter(line => !before.includes(line))
    .join('；')
}

function CellWords({ cell }: { cell: DraftCell }) {
  const { look, text } = STATES[cell.state]
  return (
    <>
      {cell.text === '' ? (
        <Txt className="row__meta">（空）</Txt>
      ) : (
        cell.text.split('\n').map((line, index) => (
          <Txt key={index} className="dcell__line">
            {line}
          </Txt>
        ))
      )}
      {text !== '' && <Txt className={`state${look}`}>{text}</Txt>}
      {cell.state === 'uncertain' &&
        cell.reasons.map(reason => (
          <Txt key={reason} className="dcell__why">
            {reason}
          </Txt>
        ))}
    </>
  )
}

function Source({ text }: { text: string | null }) {
  return (
    <Box className="dcell__source">
      <Txt className="dcell__hint">原文</Txt>
      {text === null ? (
        <Txt className="row__meta">（原文没有这一格）</Txt>
      ) : (
        text.split('\n').map((line, index) => (
          <Txt key={index} className="dcell__line">
            {line}
          </Txt>
        ))
      )}
    </Box>
  )
}
