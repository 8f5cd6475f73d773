import { Box, Picture, Txt } from '../../elements/dom'
import { Button } from '../controls/Button'
import { UnifiedLogin } from './UnifiedLogin'
import type { WayInProps } from './WayIn'
import { type WebLogin, useWebLogin } from './useWebLogin.h5'

/** Shows the login on the web page: a code that the mini program on a phone confirms. Phone version: WayIn.tsx. */
export function WayIn({ unified }: Pick<WayInProps, 'unified'>) {
  const login = useWebLogin()
  if (login.step === 'start') {
    return (
      <>
        <Box as="p" className="lead">
          用手机微信里的小程序“明白栏”确认一下，就在这个网页上登录，不用密码。
        </Box>
        <Start label="用手机扫码登录" login={login} />
        {unified && <UnifiedLogin name={unified} />}
      </>
    )
  }
  if (login.step === 'waiting' || login.step === 'opened') return <Code {...login} />
  return (
    <>
      <Box as="p" live="polite">
        {ENDED[login.step]}
      </Box>
      <Start label="换一个登录码" login={login} />
    </>
  )
}

const ENDED = {
  expired: '! 登录码已过期：两分钟内没有在手机上确认。',
  refused: '! 手机上点了“不是我，拒绝”，没有登录。',
}

function Start({ label, login: { busy, fault, start } }: { label: string; login: WebLogin }) {
  return (
    <>
      <Box className="buttons">
        <Button label={busy ? '请稍候…' : label} disabled={busy} onPress={start} />
      </Box>
      <Box live="assertive">{fault && <Txt className="field__fault">{`× ${fault}`}</Txt>}</Box>
    </>
  )
}

function Code({ step, ticket, fault }: WebLogin) {
  if (!ticket) return null
  const digits = ticket.digits.replace(/(?=.{3}$)/, ' ')
  return (
    <>
      <Picture className="qr" label="登录码，用手机上的小程序扫" src={ticket.picture} />
      <Box as="p">1. 手机微信里打开小程序“明白栏”，在“我的”里点“在电脑上登录”。</Box>
      <Box as="p">2. 扫上面的码，或者输入这 6 位数字：</Box>
      <Box as="p" className="title" label={`6 位数字：${digits}`}>
        {digits}
      </Box>
      <Box as="p">3. 手机上点“确认登录”，这里就登录好了。两分钟内有效。</Box>
      <Box as="p" live="polite">
        {step === 'opened' ? '✓ 手机上已经打开，请核对后点“确认登录”。' : ''}
      </Box>
      <Box live="assertive">{fault && <Txt className="field__fault">{`× ${fault}`}</Txt>}</Box>
    </>
  )
}
