import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { CannedReasons } from '../../../components/staff/CannedReasons'
import { type StepProps, seenOf } from './types'
import { useFaults } from '../../../hooks/useFaults'

const ID = 'sign-off-reason'

/** Signs off 监督审核, or refuses with a reason for the author and the town. */
export function SignOffStep({ page, busy, take }: StepProps) {
  const [reason, setReason] = useState('')
  const { faults, hold } = useFaults<'reason'>(() => ID)
  const words = reason.trim()
  const sign = (opinion: 'agree' | 'object') =>
    take('sign-off', key =>
      api(
        'POST /notices/:id/sign-off',
        {
          params: { id: page.notice.id },
          body: { ...seenOf(page), opinion, ...(words && { reason: words }) },
        },
        key,
      ),
    )
  return (
    <>
      <Box as="p" className="lead">
        请看过上面的内容、与上期不同的金额和附件再审核。同意的会写上您的名字和时间；不同意的退回去改，街道（镇）也看得到原因。
      </Box>
      <CannedReasons use="sign-off" onPick={setReason} />
      <TextField
        id={ID}
        label="审核意见"
        multiline
        maxLength={500}
        help="同意可以不写；不同意必须写明哪里不对。"
        value={reason}
        fault={faults.reason}
        onChange={setReason}
      />
      <Box className="buttons">
        <Button label="同意公开" disabled={busy} onPress={() => sign('agree')} />
        <Button
          look="danger"
          label="不同意，退回"
          disabled={busy}
          onPress={() => hold([['reason', words !== '', '不同意要写明原因。']]) && sign('object')}
        />
      </Box>
    </>
  )
}
