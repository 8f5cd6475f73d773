import { useState } from 'react'
import { flatMap } from '@shared/common/lists'
import type { CellField, DraftPage } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { CELL_HELP } from './CellForm'
import type { ChangeRow } from './types'

interface Props {
  draft: DraftPage
  busy: boolean
  change: ChangeRow
  onAdded: () => void
}

const ASKED: readonly { field: CellField; label: string; lines: boolean }[] = [
  { field: 'area', label: '领域', lines: false },
  { field: 'path', label: '公开事项', lines: true },
  { field: 'elements', label: '公开内容(要素)', lines: true },
  { field: 'deadline', label: '公开时限', lines: false },
  { field: 'subjects', label: '公开主体', lines: true },
]

/** Adds a row that is missing or was not recognised; its other cells are edited in the row. */
export function AddRowForm({ draft, busy, change, onAdded }: Props) {
  const [asked, setAsked] = useState(false)
  const [texts, setTexts] = useState<Partial<Record<CellField, string>>>({ area: draft.areas[0] ?? '' })
  const cells = flatMap(ASKED, ({ field }) => {
    const text = texts[field]?.trim()
    return text ? [{ field, text }] : []
  })
  const add = async () => {
    const body = { version: draft.version, after: null, cells }
    if (
      !(await change(key => api('POST /catalogue-drafts/:id/rows', { params: { id: draft.id }, body }, key)))
    ) {
      return
    }
    setTexts({ area: texts.area ?? '' })
    setAsked(false)
    onAdded()
  }
  return (
    <>
      <Box className="buttons">
        <Button look="plain" label={asked ? '不补了' : '补一行'} onPress={() => setAsked(!asked)} />
      </Box>
      {asked && (
        <Box className="line">
          {ASKED.map(({ field, label, lines }) => (
            <TextField
              key={field}
              id={`add-${field}`}
              label={label}
              required={field === 'path' || field === 'area'}
              multiline={lines}
              help={CELL_HELP[field]}
              maxLength={5000}
              value={texts[field] ?? ''}
              onChange={text => setTexts({ ...texts, [field]: text })}
            />
          ))}
          <Box className="buttons">
            <Button
              label="加进草稿"
              disabled={busy || !texts.path?.trim() || !texts.area?.trim()}
              onPress={() => void add()}
            />
          </Box>
        </Box>
      )}
    </>
  )
}
