import { useState } from 'react'
import type { PasteDraft } from '@shared/contract/catalogues/catalogueDraft'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'

interface Props {
  busy: boolean
  onDone: (body: PasteDraft) => void
}

const MOST = 300_000

/** Asks for the pasted text of a page or document, and its name. */
export function PasteForm({ busy, onDone }: Props) {
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [area, setArea] = useState('')
  const ready = text.trim() !== '' && name.trim() !== ''
  return (
    <Box className="line">
      <TextField
        id="paste-name"
        label="从哪里来的"
        required
        help="例如：县政府网站社会救助目录"
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <TextField
        id="paste-area"
        label="哪个领域"
        help="文字里写明了就不用填。"
        maxLength={60}
        value={area}
        onChange={setArea}
      />
      <TextField
        id="paste-text"
        label="目录文字"
        required
        multiline
        help="把网页或文档里的目录整段复制过来，连表头一起。"
        maxLength={MOST}
        value={text}
        onChange={setText}
      />
      <Box className="buttons">
        <Button
          label={busy ? '正在读…' : '导入这段文字'}
          disabled={busy || !ready}
          onPress={() => onDone({ text, name, area: area.trim() || null })}
        />
      </Box>
    </Box>
  )
}
