import { useState } from 'react'
import type { DiscrepancyRow } from '@shared/contract/disclosure/discrepancy'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Choices } from '../../../../components/controls/Choices'
import { DateField } from '../../../../components/form/DateField'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'

type Act = 'comment' | 'order' | 'accept'

const ACTS: readonly { value: Act; label: string; help: string; words: string }[] = [
  { value: 'comment', label: '提意见', help: '请村里核对，不改状态', words: '意见' },
  {
    value: 'order',
    label: '责令更正',
    help: '写明理由和期限，和村里的公示一起公开，更正后才不再显示',
    words: '责令更正的理由',
  },
  { value: 'accept', label: '认可说明', help: '村里说得清楚，可以不一样', words: '认可的理由' },
]
const LEAST: Record<Act, number> = { comment: 2, order: 4, accept: 0 }

interface Props {
  discrepancy: DiscrepancyRow
  onChanged: () => void
}

/** Shows the street's actions 街道（镇） on a discrepancy. The street never edits for the village. */
export function StreetForm({ discrepancy, onChanged }: Props) {
  const { id, version, abilities } = discrepancy
  const write = useAction(onChanged)
  const [act, setAct] = useState<Act>('comment')
  const [text, setText] = useState('')
  const [correctBy, setMendBy] = useState('')
  const [fault, setFault] = useState<string>()
  const offered = ACTS.filter(({ value }) => abilities.includes(value))
  const chosen = offered.find(({ value }) => value === act) ?? offered[0]
  if (!chosen) return null
  const least = LEAST[chosen.value]

  const submit = async () => {
    const words = text.trim()
    if (words.length < least) return setFault(`请写${chosen.words}，至少 ${least} 个字。`)
    setFault(undefined)
    const done = await write.run(key => {
      if (chosen.value === 'comment') {
        return api('POST /discrepancies/:id/comment', { params: { id }, body: { version, text: words } }, key)
      }
      if (chosen.value === 'accept') {
        return api(
          'POST /discrepancies/:id/accept',
          { params: { id }, body: { version, ...(words && { text: words }) } },
          key,
        )
      }
      return api(
        'POST /discrepancies/:id/order',
        { params: { id }, body: { version, reason: words, ...(correctBy && { correctBy }) } },
        key,
      )
    })
    if (!done) return
    setText('')
    onChanged()
  }

  return (
    <Section title="街道（镇）怎么办">
      <Choices label="怎么办" options={offered} value={chosen.value} onChange={setAct} />
      <TextField
        id="street-words"
        label={chosen.words}
        required={least > 0}
        multiline
        maxLength={500}
        help="写的话会公开，请不要写个人信息。"
        value={text}
        fault={fault}
        onChange={setText}
      />
      {chosen.value === 'order' && (
        <DateField
          id="mend-by"
          label="几号以前更正（不选就按规定的期限）"
          value={correctBy}
          onChange={setMendBy}
        />
      )}
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button
          look={chosen.value === 'order' ? 'danger' : 'main'}
          label={write.busy ? '正在提交…' : chosen.label}
          disabled={write.busy}
          onPress={() => void submit()}
        />
      </Box>
    </Section>
  )
}
