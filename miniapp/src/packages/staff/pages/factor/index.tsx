import { useState } from 'react'
import { ApiError } from '@shared/client'
import type { FactorSecret, Me } from '@shared/contract/people/auth'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { routes } from '../../../../routes'
import { rememberMe, useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'

/** Sets up and checks the second factor 动态码. If it is required, staff roles are inactive without it. */
export default function FactorPage() {
  const me = useMe()
  return (
    <Frame title="动态码" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          动态码
        </Heading>
        <Box as="p" className="lead">
          办公事的人除了微信登录，还要输入手机验证器里的 6 位数字。
        </Box>
      </Box>
      {me ? <OwnFactor me={me} /> : <LoginGate>{null}</LoginGate>}
    </Frame>
  )
}

function OwnFactor({ me }: { me: Me }) {
  if (!me.staff) return <Box as="p">您不办公事，用不着动态码。</Box>
  if (me.secondFactor === 'given') return <Done />
  if (me.secondFactor === 'verify') {
    return (
      <Section title="输入动态码">
        <CodeForm />
      </Section>
    )
  }
  return <SetUp />
}

function Done() {
  return (
    <>
      <Box as="p" live="polite">
        ✓ 这次登录已输入动态码。
      </Box>
      <Box className="buttons">
        <Link className="button" label="去工作台" url={routes.work()} />
      </Box>
    </>
  )
}

/** Shows the secret once: leaving before the first code starts over with a new one. */
function SetUp() {
  const [made, setMade] = useState<FactorSecret | null>(null)
  const [fault, setFault] = useState('')
  const start = () => {
    setFault('')
    api('POST /auth/second-factor/enrol').then(setMade, (error: unknown) => setFault(textOf(error)))
  }
  if (!made) {
    return (
      <Section title="设置动态码">
        <Box as="p">先在手机上装一个验证器（任何支持 TOTP 的都可以），再按下面的按钮。</Box>
        <Box className="buttons">
          <Button label="开始设置" onPress={start} />
        </Box>
        <Box live="assertive">{fault && <Txt className="field__fault">{`× ${fault}`}</Txt>}</Box>
      </Section>
    )
  }
  return (
    <Section title="设置动态码">
      <Box as="p">1. 在验证器里选“手动输入密钥”，填入下面这串字。它只显示这一次，不要给别人看。</Box>
      <Box as="p">
        <Txt strong>{made.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Txt>
      </Box>
      <Box as="p">2. 把验证器显示的 6 位数字填在这里。</Box>
      <CodeForm />
    </Section>
  )
}

const textOf = (error: unknown) => (error instanceof ApiError ? error.message : '没有办成，请再试一次。')

function CodeForm() {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (!/^\d{6}$/.test(code)) return setFault('动态码是 6 位数字。')
    setBusy(true)
    try {
      rememberMe(await api('POST /auth/second-factor/verify', { body: { code } }))
    } catch (error) {
      setFault(textOf(error))
      setCode('')
    }
    setBusy(false)
  }
  return (
    <>
      <TextField
        id="factor-code"
        label="6 位动态码"
        kind="integer"
        maxLength={6}
        required
        value={code}
        fault={fault}
        onChange={setCode}
      />
      <Box className="buttons">
        <Button label={busy ? '正在核对…' : '确定'} disabled={busy} onPress={() => void send()} />
      </Box>
    </>
  )
}
