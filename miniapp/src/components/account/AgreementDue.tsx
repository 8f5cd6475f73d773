import { useState } from 'react'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { Me } from '@shared/contract/people/auth'
import { api } from '../../api/client'
import { Box } from '../../elements/dom'
import { useAction } from '../../hooks/useAction'
import { rememberAgreement } from '../../state/agreement'
import { rememberMe } from '../../state/session'
import { Button } from '../controls/Button'
import { Problems } from '../page/Problems'
import { Agree } from './Agree'

/** Asks a logged-in person to agree to newer texts; reading goes on without. */
export function AgreementDue({ me }: { me: Me }) {
  const { busy, problems, run } = useAction()
  const [on, setOn] = useState(false)
  const [asked, setAsked] = useState(false)
  const give = async () => {
    setAsked(true)
    if (!on) return
    const body = { kind: 'use', version: IN_FORCE.use } as const
    if (!(await run(key => api('POST /me/agreements', { body }, key)))) return
    rememberAgreement()
    rememberMe({ ...me, agreementDue: false })
  }
  return (
    <>
      <Box as="p" className="lead">
        《隐私政策》或《用户协议》有更新，同意以后才能提异议和认证；不同意也可以看公示。
      </Box>
      <Agree
        id="agreement-due"
        of={['privacy', 'terms']}
        on={on}
        onChange={setOn}
        fault={asked && !on ? '请先点上面的“我已看过并同意”。' : undefined}
      />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button label={busy ? '请稍候…' : '同意新的内容'} disabled={busy} onPress={() => void give()} />
      </Box>
    </>
  )
}

/** Asks for the agreement where an act was refused for want of it. */
export const AgreementAsked = ({ code, me }: { code: string | null; me: Me | null }) =>
  code === 'agreement-required' && me ? <AgreementDue me={me} /> : null
