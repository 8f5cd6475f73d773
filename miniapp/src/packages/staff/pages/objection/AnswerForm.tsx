import { useState } from 'react'
import type { ObjectionPage } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { CannedReasons } from '../../../../components/staff/CannedReasons'

interface Props {
  page: ObjectionPage
  onChanged: () => void
}

const MIN_TEXT = 5

/** Answers an objection 答复: visible to the villager at once, and to everyone on the notice. */
export function AnswerForm({ page, onChanged }: Props) {
  const { id, version } = page.objection
  const { busy, problems, run } = useAction(onChanged)
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()

  const send = async () => {
    const words = text.trim()
    if (words.length < MIN_TEXT) return setFault('请写答复，至少 5 个字。')
    setFault(undefined)
    if (
      await run(key =>
        api('POST /objections/:id/answer', { params: { id }, body: { version, text: words } }, key),
      )
    ) {
      onChanged()
    }
  }

  return (
    <Section title="答复">
      <CannedReasons use="answer" onPick={setText} />
      <TextField
        id="answer-text"
        label="答复内容"
        required
        multiline
        maxLength={2000}
        help="提的人马上能看到，公示页上也会列出问与答（不写谁提的）。请说明怎么核对的、结果是什么。"
        value={text}
        fault={fault}
        onChange={setText}
      />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button label={busy ? '正在提交…' : '提交答复'} disabled={busy} onPress={() => void send()} />
      </Box>
    </Section>
  )
}
