import { useState } from 'react'
import { api } from '../../../api/client'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import type { ListPart } from './types'
import { type Wording, WordingForm } from './WordingForm'

const OWN_AREA = '村务公开'

/** Adds an item that the street's catalogue does not have. */
export function AddLineForm({ list, busy, alter, onAdded }: ListPart & { onAdded: () => void }) {
  const [name, setName] = useState('')
  const [area, setArea] = useState(OWN_AREA)
  const add = async (wording: Wording) => {
    const body = { version: list.version, area: area.trim() || OWN_AREA, path: [name.trim()], ...wording }
    if (
      await alter(by =>
        api('POST /orgs/:code/village-catalogue/items', { params: { code: list.org.code }, body }, by),
      )
    ) {
      onAdded()
    }
  }
  return (
    <Box>
      <TextField id="line-name" label="事项名称" required maxLength={200} value={name} onChange={setName} />
      <TextField id="line-area" label="属于哪一类" maxLength={60} value={area} onChange={setArea} />
      <WordingForm
        id="new"
        from={{ elements: [], deadline: null }}
        done="加进目录"
        busy={busy || name.trim() === ''}
        onDone={wording => void add(wording)}
      />
    </Box>
  )
}
