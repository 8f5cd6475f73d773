import { useState } from 'react'
import type { WriteOptions } from '@shared/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'

interface Props {
  title: string
  label: string
  help: string
  /** Label of the button. */
  action: string
  /** Fewest characters. */
  least: number
  send: (words: string, key: WriteOptions) => Promise<unknown>
  onChanged: () => void
}

const MOST = 500

/** Shows a form for text that is published with the discrepancy. */
export function WordsForm({ title, label, help, action, least, send, onChanged }: Props) {
  const write = useAction(onChanged)
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()

  const submit = async () => {
    const words = text.trim()
    if (words.length < least) return setFault(`请写${label}，至少 ${least} 个字。`)
    setFault(undefined)
    if (!(await write.run(key => send(words, key)))) return
    setText('')
    onChanged()
  }

  return (
    <Section title={title}>
      <TextField
        id={`words-${action}`}
        label={label}
        required
        multiline
        maxLength={MOST}
        help={help}
        value={text}
        fault={fault}
        onChange={setText}
      />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button
          label={write.busy ? '正在提交…' : action}
          disabled={write.busy}
          onPress={() => void submit()}
        />
      </Box>
    </Section>
  )
}
