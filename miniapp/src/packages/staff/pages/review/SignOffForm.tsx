import { useState } from 'react'
import { Button } from '../../../../components/Button'
import { TextField } from '../../../../components/form/TextField'
import { Box } from '../../../../elements/dom'

interface Props {
  busy: boolean
  onSign: (opinion: { opinion: 'agree' | 'object'; reason?: string }) => void
}

/** 监督审核: agree, or object with a reason that the writer reads. */
export function SignOffForm({ busy, onSign }: Props) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const object = () => {
    if (reason.trim()) onSign({ opinion: 'object', reason: reason.trim() })
    else setFault('不同意要写明原因。')
  }
  return (
    <>
      <TextField
        id="sign-off-reason"
        label="审核意见"
        multiline
        maxLength={500}
        help="不同意时必须写，经办人会看到。"
        value={reason}
        fault={fault}
        onChange={setReason}
      />
      <Box className="buttons">
        <Button
          label="同意公开"
          disabled={busy}
          onPress={() => onSign({ opinion: 'agree', ...(reason.trim() && { reason: reason.trim() }) })}
        />
        <Button look="danger" label="不同意，退回" disabled={busy} onPress={object} />
      </Box>
    </>
  )
}
