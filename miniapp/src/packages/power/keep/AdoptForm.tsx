import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { DateField } from '../../../components/form/DateField'
import { TextField } from '../../../components/form/TextField'
import { useFaults } from '../../../hooks/useFaults'
import { Box } from '../../../elements/dom'
import { serverToday } from '../../../state/serverClock'
import type { Decided, KeepProps } from './types'

interface Props extends KeepProps {
  id: string
  label: string
  /** Returns what is adopted; null if a field is still empty. */
  decide: () => Decided | null
  onAdopted?: () => void
}

const SHORTEST = 2

/** Records an adoption 登记通过: meeting, date and start of validity. */
export function AdoptForm({ id, label, decide, onAdopted, list, comparison, busy, alter }: Props) {
  const [meeting, setMeeting] = useState('')
  const [on, setOn] = useState(serverToday)
  const [inForce, setInForce] = useState(serverToday)
  const { faults, hold } = useFaults<'meeting' | 'inForce'>(name => `${id}-${name}`)
  const send = async () => {
    const decided = decide()
    const whole = hold([
      ['meeting', meeting.trim().length >= SHORTEST, '请写是哪次会议通过的。'],
      ['inForce', inForce >= on, '施行的日期不能早于通过的日期。'],
    ])
    if (!decided || !whole) return
    const body = {
      version: list.version,
      model: comparison.now.version,
      meeting: meeting.trim(),
      on,
      inForce,
    }
    const done = await alter(key =>
      api(
        'POST /orgs/:code/powers/adopt',
        { params: { code: list.org.code }, body: { ...body, ...decided } },
        key,
      ),
    )
    if (done) onAdopted?.()
  }
  return (
    <>
      <TextField
        id={`${id}-meeting`}
        label="哪次会议通过的"
        help="例如：村民代表会议。"
        required
        maxLength={100}
        value={meeting}
        fault={faults.meeting}
        onChange={setMeeting}
      />
      <DateField id={`${id}-on`} label="哪天通过" value={on} onChange={setOn} />
      <DateField
        id={`${id}-inForce`}
        label="哪天起施行"
        value={inForce}
        fault={faults.inForce}
        onChange={setInForce}
      />
      <Box className="buttons">
        <Button label={busy ? '正在登记…' : label} disabled={busy} onPress={() => void send()} />
      </Box>
    </>
  )
}
