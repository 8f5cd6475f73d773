import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { TextField } from '../../../components/form/TextField'
import type { InputProps } from '../../../elements/types'
import { Box } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'
import { rememberMe } from '../../../state/session'

interface Props {
  id: string
  label: string
  kind: InputProps['kind']
  maxLength: number
  /** Returns the fault of what was typed; undefined: none. */
  judge: (typed: string) => string | undefined
  send: (typed: string) => Promise<Me>
}

/** Shows the form for one code; a refused one is cleared. */
function OneCode({ id, label, kind, maxLength, judge, send }: Props) {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string>()
  const { busy, problems, run } = useAction()
  const check = async () => {
    const wrong = judge(code)
    setFault(wrong)
    if (wrong) return
    const good = await run(async () => rememberMe(await send(code)))
    if (!good) setCode('')
  }
  return (
    <>
      <TextField
        id={id}
        label={label}
        kind={kind}
        maxLength={maxLength}
        required
        value={code}
        fault={fault ?? problems[0]}
        onChange={setCode}
      />
      <Box className="buttons">
        <Button label={busy ? '正在核对…' : '确定'} disabled={busy} onPress={() => void check()} />
      </Box>
    </>
  )
}

/** Takes a code of the authenticator app. */
export const CodeForm = () => (
  <OneCode
    id="factor-code"
    label="6 位动态码"
    kind="integer"
    maxLength={6}
    judge={typed => (/^\d{6}$/.test(typed) ? undefined : '动态码是 6 位数字。')}
    send={code => api('POST /auth/second-factor/verify', { body: { code } })}
  />
)

const lengthOf = (typed: string) => typed.replace(/[^A-Za-z0-9]/g, '').length

/** Takes a recovery code in place of the app. */
export const RecoverForm = () => (
  <OneCode
    id="recovery-code"
    label="恢复码"
    kind="text"
    maxLength={20}
    judge={typed => (lengthOf(typed) === 10 ? undefined : '恢复码是 10 个字母和数字，如 AB3DE-F7HJK。')}
    send={code => api('POST /auth/second-factor/recover', { body: { code } })}
  />
)
