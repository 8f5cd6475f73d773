import { useState } from 'react'
import type { DraftPage } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Box } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'

interface Props {
  draft: DraftPage
  onChanged: (draft: DraftPage) => void
  onSettled: () => void
}

/** Sets the area 领域 of every row, if the file names none. */
export function AreaForm({ draft: { id, version }, onChanged, onSettled }: Props) {
  const write = useAction(onSettled)
  const [area, setArea] = useState('')
  const save = () =>
    void write.run(async key => {
      onChanged(await api('PUT /catalogue-drafts/:id/area', { params: { id }, body: { version, area } }, key))
      onSettled()
    })
  return (
    <Box className="line">
      <TextField
        id="draft-area"
        label="这份目录是哪个领域"
        required
        help="文件里没有写明。例如：社会救助。"
        maxLength={60}
        value={area}
        onChange={setArea}
      />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label="每一行都写上" disabled={write.busy || area.trim() === ''} onPress={save} />
      </Box>
    </Box>
  )
}
