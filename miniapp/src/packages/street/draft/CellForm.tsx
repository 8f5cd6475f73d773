import { useState } from 'react'
import type { CellField, DraftCell } from '@shared/contract/catalogues/catalogueDraft'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'

interface Props {
  id: string
  cell: Pick<DraftCell, 'field' | 'label' | 'text'>
  busy: boolean
  onSave: (text: string) => void
}

/** Input help for each column. */
export const CELL_HELP: Readonly<Record<CellField, string>> = {
  displayNo: '表里的序号，照写；没有就空着。',
  area: '例如：社会救助。',
  path: '一级一行，最多四级。',
  elements: '一行一条。',
  basis: '一行一份文件。',
  deadline: '照原文写，例如：信息形成之日起20个工作日内。',
  subjects: '一行一个单位。',
  channels: '一行一个渠道，采用的前面写 ■，不采用的写 □。',
  audience: '写“全社会”，或者“特定群体（哪些人）”。',
  mode: '写“主动”“依申请”，或者两个都写。',
  levels: '例如：县级、乡级。',
}

const ON_LINES: readonly CellField[] = ['path', 'elements', 'basis', 'subjects', 'channels']

/** Edits a cell. */
export function CellForm({ id, cell, busy, onSave }: Props) {
  const [text, setText] = useState(cell.text)
  return (
    <Box>
      <TextField
        id={id}
        label={cell.label}
        quiet
        multiline={ON_LINES.includes(cell.field)}
        help={CELL_HELP[cell.field]}
        maxLength={5000}
        value={text}
        onChange={setText}
      />
      <Box className="buttons">
        <Button
          label={busy ? '正在存…' : '存这一格'}
          disabled={busy || text === cell.text}
          onPress={() => onSave(text)}
        />
      </Box>
    </Box>
  )
}
