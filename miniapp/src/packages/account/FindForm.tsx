import { useState } from 'react'
import { ticketIn } from '@shared/common/codeText'
import type { AskedLogin } from '@shared/contract/people/webLogin'
import { api } from '../../api/client'
import { Button } from '../../components/controls/Button'
import { TextField } from '../../components/form/TextField'
import { Problems } from '../../components/page/Problems'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { canScan, scanCode } from '../../elements/platform'
import { useAction } from '../../hooks/useAction'

interface Props {
  onScanned: (ticket: string) => void
  onFound: (asked: AskedLogin) => void
}

/** Finds the waiting computer: by a scan of its code or by its six digits. */
export function FindForm({ onScanned, onFound }: Props) {
  const [digits, setDigits] = useState('')
  const [fault, setFault] = useState<string>()
  const [unread, setUnread] = useState<string[]>([])
  const { busy, problems, run } = useAction()

  const scan = async () => {
    setUnread([])
    const text = await scanCode()
    if (text === null) return
    const ticket = ticketIn(text)
    if (ticket) onScanned(ticket)
    else setUnread(['这不是明白栏的登录码。请扫电脑网页上“用手机扫码登录”显示的码。'])
  }
  const find = async () => {
    const typed = digits.replace(/\s/g, '')
    if (!/^\d{6}$/.test(typed)) return setFault('请输入电脑上显示的 6 位数字。')
    setFault(undefined)
    await run(async () => onFound(await api('POST /me/tickets/find', { body: { digits: typed } })))
  }

  return (
    <>
      <Box as="p">电脑上打开明白栏网页，在“我的”里点“用手机扫码登录”，会显示一个码和 6 位数字。</Box>
      {canScan && (
        <Section title="扫码">
          <Box className="buttons">
            <Button label="扫电脑上的码" onPress={() => void scan()} />
          </Box>
          <Problems problems={unread} />
        </Section>
      )}
      <Section title={canScan ? '或者输入数字' : '输入数字'}>
        <TextField
          id="ticket-digits"
          label="电脑上的 6 位数字"
          kind="integer"
          maxLength={7}
          required
          value={digits}
          fault={fault}
          onChange={setDigits}
        />
        <Box className="buttons">
          <Button label={busy ? '请稍候…' : '下一步'} disabled={busy} onPress={() => void find()} />
        </Box>
        <Problems problems={problems} />
      </Section>
    </>
  )
}
