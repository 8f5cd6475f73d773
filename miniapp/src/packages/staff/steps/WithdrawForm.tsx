import { useState } from 'react'
import type { LeakKind } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { CheckField } from '../../../components/form/CheckField'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { CannedReasons } from '../../../components/staff/CannedReasons'
import { parseCount } from '@shared/figures/parse'
import { type StepProps, seenOf } from './types'
import { useFaults } from '../../../hooks/useFaults'

const KINDS: readonly { value: LeakKind; label: string }[] = [
  { value: 'name', label: '姓名' },
  { value: 'id', label: '身份证号' },
  { value: 'bank', label: '银行卡号' },
  { value: 'phone', label: '电话' },
  { value: 'address', label: '住址' },
  { value: 'health', label: '健康情况' },
  { value: 'minor', label: '未成年人信息' },
  { value: 'other', label: '其他' },
]
const LEAST = 4
const EMPTY = { reason: '', persons: '', measures: '' }
type Field = keyof typeof EMPTY | 'leaked'
const idOf = (field: Field) => `withdraw-${field}`

/**
 * Withdraws a notice 撤回 after a privacy leak: removed at once; a tombstone with the reason remains, the rest is
 * the record required by law.
 */
export function WithdrawForm({ page, busy, take }: StepProps) {
  const [typed, setTyped] = useState(EMPTY)
  const [leaked, setLeaked] = useState<LeakKind[]>([])
  const { faults, hold } = useFaults<Field>(idOf)
  const change = (field: keyof typeof EMPTY) => (value: string) =>
    setTyped(before => ({ ...before, [field]: value }))
  const persons = parseCount(typed.persons)
  const [reason, measures] = [typed.reason.trim(), typed.measures.trim()]

  const send = () => {
    const whole = hold([
      ['reason', reason.length >= LEAST, '请写撤回原因，至少 4 个字。'],
      ['leaked', leaked.length > 0, '请选泄露了什么。'],
      ['persons', persons !== null, '请写涉及几个人，例如 3。'],
      ['measures', measures.length >= LEAST, '请写采取了什么措施，至少 4 个字。'],
    ])
    if (!whole) return
    const body = { ...seenOf(page), reason, leaked, persons: persons ?? 0, measures }
    take('withdraw', key => api('POST /notices/:id/withdraw', { params: { id: page.notice.id }, body }, key))
  }
  return (
    <>
      <Box as="p" className="lead">
        只在公开的内容泄露了个人信息时撤回，撤回后各版内容立即看不到了。监督机构三个工作日内确认，不确认就遮盖个人信息恢复公开。数字写错请用“更正”。
      </Box>
      <CannedReasons use="withdraw" onPick={change('reason')} />
      <TextField
        id={idOf('reason')}
        label="撤回原因"
        required
        multiline
        maxLength={500}
        help="会公开，不要再写出泄露的内容。"
        value={typed.reason}
        fault={faults.reason}
        onChange={change('reason')}
      />
      <CheckField
        id={idOf('leaked')}
        label="泄露了什么"
        required
        options={KINDS}
        values={leaked}
        fault={faults.leaked}
        onChange={setLeaked}
      />
      <TextField
        id={idOf('persons')}
        label="涉及人数"
        kind="integer"
        required
        maxLength={7}
        value={typed.persons}
        fault={faults.persons}
        onChange={change('persons')}
      />
      <TextField
        id={idOf('measures')}
        label="处置措施"
        required
        multiline
        maxLength={500}
        help="不公开，留作处置记录。例如：已撤回，已电话告知本人，已报街道。"
        value={typed.measures}
        fault={faults.measures}
        onChange={change('measures')}
      />
      <Box className="buttons">
        <Button look="danger" label={busy ? '正在提交…' : '确定撤回'} disabled={busy} onPress={send} />
      </Box>
    </>
  )
}
