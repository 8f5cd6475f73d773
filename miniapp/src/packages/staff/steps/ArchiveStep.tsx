import { useState } from 'react'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { type StepProps, seenOf } from './types'
import { useFaults } from '../../../hooks/useFaults'

const ID = 'archive-volume'

/** Archives a notice 归档 with a volume number; the rule sets the retention period. */
export function ArchiveStep({ page, busy, take }: StepProps) {
  const [typed, setTyped] = useState('')
  const { faults, hold } = useFaults<'volume'>(() => ID)
  const volume = typed.trim()
  const send = () => {
    if (!hold([['volume', volume !== '', '请写档号。']])) return
    take('archive', key =>
      api(
        'POST /notices/:id/archive',
        { params: { id: page.notice.id }, body: { ...seenOf(page), volume } },
        key,
      ),
    )
  }
  return (
    <>
      <TextField
        id={ID}
        label="档号"
        required
        maxLength={60}
        help="纸质档案盒上的号，例如 2026-财务-012。保管多久由系统按规定写上。"
        value={typed}
        fault={faults.volume}
        onChange={setTyped}
      />
      <Box className="buttons">
        <Button label={busy ? '正在提交…' : '归档'} disabled={busy} onPress={send} />
      </Box>
    </>
  )
}
