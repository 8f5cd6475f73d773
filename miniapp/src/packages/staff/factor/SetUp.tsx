import { useState } from 'react'
import type { FactorSecret } from '@shared/contract/people/auth'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Picture, Txt } from '../../../elements/dom'
import { isBrowser } from '../../../elements/platform'
import { useAction } from '../../../hooks/useAction'
import { CodeForm } from './CodeForm'
import { CopyButton } from './CopyButton'

/** Shows the secret once: leaving before the first code starts over with a new one. */
export function SetUp() {
  const [made, setMade] = useState<FactorSecret | null>(null)
  const { busy, problems, run } = useAction()
  const start = () => void run(async () => setMade(await api('POST /auth/second-factor/enrol')))
  if (made) return <Secret {...made} />
  return (
    <Section title="设置动态码">
      <Box as="p">
        先准备一个验证器：在微信里搜小程序“腾讯身份验证器”，或者在手机的应用商店装“Microsoft
        Authenticator”；别的也行，只要支持 TOTP。
      </Box>
      <Box className="buttons">
        <Button label={busy ? '请稍候…' : '开始设置'} disabled={busy} onPress={start} />
      </Box>
      <Problems problems={problems} />
    </Section>
  )
}

function Secret({ secret, picture }: FactorSecret) {
  return (
    <Section title="设置动态码">
      {isBrowser ? (
        <>
          <Box as="p">1. 用验证器扫这个码；扫不了就选“手动输入密钥”。它只显示这一次，不要给别人看。</Box>
          <Picture className="qr" label="动态码的码，用验证器扫" src={picture} />
        </>
      ) : (
        <Box as="p">
          1. 复制下面的密钥，在验证器里选“手动输入密钥”粘贴进去。它只显示这一次，不要给别人看。
        </Box>
      )}
      <Box as="p">
        <Txt strong>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Txt>
      </Box>
      <CopyButton label="复制密钥" text={secret} />
      <Box as="p">2. 把验证器显示的 6 位数字填在这里。</Box>
      <CodeForm />
    </Section>
  )
}
