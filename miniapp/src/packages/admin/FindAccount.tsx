import { useState } from 'react'
import type { Account } from '@shared/contract/people/grant'
import { api } from '../../api/client'
import { Button } from '../../components/controls/Button'
import { TextField } from '../../components/form/TextField'
import { Problems } from '../../components/page/Problems'
import { Box } from '../../elements/dom'
import { useAction } from '../../hooks/useAction'

const CODE = /^\d{8}$/

/** Finds the account of a person by the appointment code 任职码 on their phone. */
export function FindAccount({ onFound }: { onFound: (account: Account) => void }) {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string>()
  const search = useAction()
  const find = async () => {
    const digits = code.replace(/\s/g, '')
    setFault(CODE.test(digits) ? undefined : '任职码是八位数字，在对方手机上“我的”里点“出示任职码”就能看到。')
    if (!CODE.test(digits)) return
    await search.run(async () =>
      onFound(await api('GET /appointment-codes/:code', { params: { code: digits } })),
    )
  }
  return (
    <Box>
      <TextField
        id="appointment-code"
        label="对方手机上的任职码"
        help="请对方打开“我的”，点“出示任职码”，把八位数字念给您。十分钟内有效。"
        kind="integer"
        maxLength={10}
        required
        value={code}
        fault={fault}
        onChange={setCode}
      />
      <Problems problems={search.problems} />
      <Box className="buttons">
        <Button
          label={search.busy ? '正在找…' : '找这个人'}
          disabled={search.busy}
          onPress={() => void find()}
        />
      </Box>
    </Box>
  )
}
