import { useState } from 'react'
import type { CaseTask } from '@shared/contract/power/case'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { parseYuan } from '@shared/figures/parse'
import { useFaults } from '../../../hooks/useFaults'
import type { WorkProps } from './types'

const LEAST = 4

/** Sets or changes the amount 写明或改金额, which determines the next step. */
export function AmountForm({ page, busy, take, task }: WorkProps & { task: CaseTask }) {
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const { faults, hold } = useFaults<'amount' | 'reason'>(name => `step-${name}`)
  const amountFen = parseYuan(amount) ?? -1
  const send = () => {
    const whole = hold([
      ['amount', amountFen >= 0, '请写金额，例如 60000。'],
      ['reason', reason.trim().length >= LEAST, `请写金额从哪里来，至少 ${LEAST} 个字。`],
    ])
    if (!whole) return
    const said = { step: task.step, amountFen, reason: reason.trim() }
    void take(({ params, version }, key) =>
      api('POST /cases/:id/amount', { params, body: { version, ...said } }, key),
    )
  }
  return (
    <>
      <TextField
        id="step-amount"
        label="金额（元）"
        kind="decimal"
        required
        help={page.amountFen === null ? '按金额走不同的手续。' : '改了金额，走错档的、表决过的可能要重新办。'}
        value={amount}
        fault={faults.amount}
        onChange={setAmount}
      />
      <TextField
        id="step-reason"
        label="金额从哪里来"
        required
        maxLength={200}
        value={reason}
        fault={faults.reason}
        onChange={setReason}
      />
      <Box className="buttons">
        <Button label="写明金额" disabled={busy} onPress={send} />
      </Box>
    </>
  )
}
