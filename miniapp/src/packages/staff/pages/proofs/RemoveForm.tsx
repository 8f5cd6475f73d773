import { useState } from 'react'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'

interface Props {
  noticeId: string
  proofId: string
  onChanged: () => void
}

/** Removes a proof 去掉, for instance a photo that shows a face. */
export function RemoveForm({ noticeId, proofId, onChanged }: Props) {
  const write = useAction(onChanged)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()

  const remove = async () => {
    const words = reason.trim()
    if (words.length < 2) return setFault('请写明为什么去掉。')
    setFault(undefined)
    if (
      await write.run(key =>
        api(
          'POST /notices/:id/proofs/:proof/remove',
          { params: { id: noticeId, proof: proofId }, body: { reason: words } },
          key,
        ),
      )
    ) {
      onChanged()
    }
  }

  if (!open) return <Button look="plain" label="去掉这一条" onPress={() => setOpen(true)} />
  return (
    <>
      <TextField
        id={`remove-${proofId}`}
        label="为什么去掉"
        required
        maxLength={200}
        help="例如：照片里拍到了人。"
        value={reason}
        fault={fault}
        onChange={setReason}
      />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button look="danger" label="确定去掉" disabled={write.busy} onPress={() => void remove()} />
      </Box>
    </>
  )
}
