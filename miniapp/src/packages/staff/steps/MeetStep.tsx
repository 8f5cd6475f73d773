import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { DateField } from '../../../components/form/DateField'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { CannedReasons } from '../../../components/staff/CannedReasons'
import { parseCount } from '@shared/figures/parse'
import { type StepProps, seenOf } from './types'
import { useFaults } from '../../../hooks/useFaults'

const EMPTY = { heldOn: '', chair: '', expected: '', attended: '', decision: '' }
type Field = keyof typeof EMPTY
const LEAST_DECISION = 2
const idOf = (field: Field) => `meeting-${field}`

/** Records the joint meeting 联席会议: date, chair, attendance, decision; shown on the notice. */
export function MeetStep({ page, busy, take }: StepProps) {
  const [typed, setTyped] = useState(EMPTY)
  const { faults, hold } = useFaults<Field>(idOf)
  const change = (field: Field) => (value: string) => setTyped(before => ({ ...before, [field]: value }))
  const expected = parseCount(typed.expected) ?? 0
  const attended = parseCount(typed.attended) ?? 0
  const chair = typed.chair.trim()
  const decision = typed.decision.trim()

  const send = () => {
    const whole = hold([
      ['heldOn', typed.heldOn !== '', '请选开会日期。'],
      ['chair', chair !== '', '请写主持人。'],
      ['expected', expected > 0, '请写应到人数，例如 7。'],
      ['attended', attended > 0 && attended <= expected, '请写实到人数，不能多于应到人数。'],
      ['decision', decision.length >= LEAST_DECISION, '请写会议决定。'],
    ])
    if (!whole) return
    const meeting = { heldOn: typed.heldOn, chair, expected, attended, decision }
    take('meet', key =>
      api(
        'POST /notices/:id/meeting',
        { params: { id: page.notice.id }, body: { ...seenOf(page), ...meeting } },
        key,
      ),
    )
  }
  const field = (name: Field, label: string, kind?: 'integer') => (
    <TextField
      id={idOf(name)}
      label={label}
      kind={kind}
      required
      maxLength={kind ? 4 : 30}
      value={typed[name]}
      fault={faults[name]}
      onChange={change(name)}
    />
  )
  return (
    <>
      <Box as="p" className="lead">
        监督同意以后，由村（社区）党组织和村（居）委会联席会议确定，再公开。会议记录会写在公示上。
      </Box>
      <Box className="line__grid">
        <DateField
          id={idOf('heldOn')}
          label="开会日期"
          required
          value={typed.heldOn}
          fault={faults.heldOn}
          onChange={change('heldOn')}
        />
        {field('chair', '主持人')}
        {field('expected', '应到人数', 'integer')}
        {field('attended', '实到人数', 'integer')}
      </Box>
      <CannedReasons use="meeting" onPick={change('decision')} />
      <TextField
        id={idOf('decision')}
        label="会议决定"
        required
        multiline
        maxLength={500}
        value={typed.decision}
        fault={faults.decision}
        onChange={change('decision')}
      />
      <Box className="buttons">
        <Button label={busy ? '正在提交…' : '记录会议'} disabled={busy} onPress={send} />
      </Box>
    </>
  )
}
