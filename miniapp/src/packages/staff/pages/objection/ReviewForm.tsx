import { useState } from 'react'
import type { ObjectionPage } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { type Action, useAction } from '../../../../hooks/useAction'
import { CannedReasons } from '../../../../components/staff/CannedReasons'

interface Props {
  page: ObjectionPage
  onChanged: () => void
}

const MIN_REASON = 5

/** Reviews a text 人工审核 that the automatic check held back: a person approves or refuses it. */
export function ReviewForm({ page, onChanged }: Props) {
  const { id, version } = page.objection
  const write = useAction(onChanged)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const take = async (step: Parameters<Action['run']>[0]) => {
    if (await write.run(step)) onChanged()
  }
  const refuse = () => {
    const words = reason.trim()
    if (words.length < MIN_REASON) return setFault('不通过要写明原因，至少 5 个字。')
    setFault(undefined)
    void take(key =>
      api('POST /objections/:id/refuse', { params: { id }, body: { version, reason: words } }, key),
    )
  }

  return (
    <Section title="人工审核">
      <Box as="p">只看文字能不能转：有没有辱骂、别人的隐私、与公示无关的话。意见对不对由答复的人说。</Box>
      <CannedReasons use="refuse-objection" onPick={setReason} />
      <TextField
        id="refuse-reason"
        label="不通过的原因"
        multiline
        maxLength={2000}
        help="不通过时必须写，提的人会看到。"
        value={reason}
        fault={fault}
        onChange={setReason}
      />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button
          label="可以，转给答复的人"
          disabled={write.busy}
          onPress={() =>
            void take(key => api('POST /objections/:id/release', { params: { id }, body: { version } }, key))
          }
        />
        <Button look="danger" label="不通过" disabled={write.busy} onPress={refuse} />
      </Box>
    </Section>
  )
}
