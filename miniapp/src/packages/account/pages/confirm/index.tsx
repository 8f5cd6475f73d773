import { useEffect, useState } from 'react'
import { ticketIn } from '@shared/common/codeText'
import type { AskedLogin } from '@shared/contract/people/webLogin'
import { api } from '../../../../api/client'
import { Account } from '../../../../components/account/Account'
import { Frame } from '../../../../components/page/Frame'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Heading } from '../../../../elements/dom'
import { isBrowser } from '../../../../elements/platform'
import { useParams } from '../../../../hooks/useParams'
import { useAction } from '../../../../hooks/useAction'
import { useMe } from '../../../../state/session'
import { AskedCard } from '../../AskedCard'
import { FindForm } from '../../FindForm'

/** Confirms a login on a computer 在电脑上登录: which browser asks, from where, and yes or no. */
export default function ConfirmPage() {
  const me = useMe()
  const { ticket, scene, q } = useParams()
  return (
    <Frame title="在电脑上登录" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          在电脑上登录
        </Heading>
        <Box as="p" className="lead">
          只确认自己面前的那台电脑。别人发来的码、要您报数字的电话，都不要理。
        </Box>
      </Box>
      {me ? <Confirm scanned={ticketIn(ticket ?? scene ?? q ?? '')} /> : <LogInFirst />}
    </Frame>
  )
}

function LogInFirst() {
  if (isBrowser) {
    return <Box as="p">请打开手机微信里的小程序“明白栏”，在“我的”里点“在电脑上登录”，再扫电脑上的码。</Box>
  }
  return (
    <Section title="先在手机上登录">
      <Account />
    </Section>
  )
}

/** `scanned`: ticket that opened this page. */
function Confirm({ scanned }: { scanned: string | null }) {
  const [asked, setAsked] = useState<AskedLogin | null>(null)
  const { problems, run } = useAction()
  const open = (id: string) =>
    void run(async () => setAsked(await api('POST /me/tickets/:id/open', { params: { id }, body: {} })))
  useEffect(() => {
    if (scanned) open(scanned)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- opened once for each scanned ticket
  }, [scanned])
  if (asked) return <AskedCard asked={asked} onDone={setAsked} onAgain={() => setAsked(null)} />
  return (
    <>
      <Problems problems={problems} />
      <FindForm onScanned={open} onFound={setAsked} />
    </>
  )
}
