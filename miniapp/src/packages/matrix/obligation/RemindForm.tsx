import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Box, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'

interface Props {
  /** Id of the obligation. */
  id: string
  onReminded: () => void
}

/** Reminds the village with one press, optionally with a sentence. */
export function RemindForm({ id, onReminded }: Props) {
  const [text, setText] = useState('')
  const [done, setDone] = useState(false)
  const write = useAction()
  const remind = async () => {
    const body = text.trim() ? { text: text.trim() } : {}
    if (await write.run(key => api('POST /obligations/:id/remind', { params: { id }, body }, key))) {
      setDone(true)
      setText('')
      onReminded()
    }
  }
  return (
    <Box>
      <TextField
        id={`remind-${id}`}
        label="提醒时带一句话（可以不写）"
        maxLength={200}
        value={text}
        onChange={setText}
      />
      <Box className="buttons">
        <Button label="提醒村里" disabled={write.busy} onPress={() => void remind()} />
      </Box>
      <Problems problems={write.problems} />
      <Box live="polite">{done && <Txt className="state state--ok">✓ 已提醒，村里的人会收到消息</Txt>}</Box>
    </Box>
  )
}
