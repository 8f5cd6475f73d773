import { useState } from 'react'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { elementsOf, elementsText } from './elementsText'

export interface Wording {
  elements: string[]
  deadline: string | null
}

interface Props {
  id: string
  from: Wording
  done: string
  busy: boolean
  onDone: (wording: Wording) => void
}

/** Edits 公开内容 and 公开时限 of an item. */
export function WordingForm({ id, from, done, busy, onDone }: Props) {
  const [elements, setElements] = useState(elementsText(from.elements))
  const [deadline, setDeadline] = useState(from.deadline ?? '')
  return (
    <Box>
      <TextField
        id={`elements-${id}`}
        label="公开内容"
        multiline
        help="一样一样写，中间用顿号“、”隔开。"
        value={elements}
        onChange={setElements}
      />
      <TextField
        id={`deadline-${id}`}
        label="公开时限"
        help="例如：每季度结束后15日内。"
        value={deadline}
        onChange={setDeadline}
      />
      <Box className="buttons">
        <Button
          label={done}
          disabled={busy}
          onPress={() => onDone({ elements: elementsOf(elements), deadline: deadline.trim() || null })}
        />
      </Box>
    </Box>
  )
}
