import { useState } from 'react'
import type { AskedLogin } from '@shared/contract/people/webLogin'
import { api } from '../../api/client'
import { Button } from '../../components/controls/Button'
import { Link } from '../../components/controls/Link'
import { SwitchRow } from '../../components/form/SwitchRow'
import { Problems } from '../../components/page/Problems'
import { Section } from '../../components/page/Section'
import { Box, Txt } from '../../elements/dom'
import { dateAndTime } from '../../format/date'
import { useAction } from '../../hooks/useAction'
import { routes } from '../../routes'

interface Props {
  asked: AskedLogin
  onDone: (after: AskedLogin) => void
  /** Back to the scan. */
  onAgain: () => void
}

/** Shows the computer that asks; confirms or refuses it. */
export function AskedCard({ asked, onDone, onAgain }: Props) {
  if (asked.state === 'opened') return <Decide asked={asked} onDone={onDone} onAgain={onAgain} />
  const words =
    asked.state === 'refused'
      ? '已拒绝，那台电脑没有登录。'
      : '✓ 已确认，电脑上马上就登录好了。用完请在电脑上点“退出登录”。'
  return (
    <>
      <Box as="p" live="polite">
        {words}
      </Box>
      <Box className="buttons">
        <Link className="button button--plain" label="登录的设备" url={routes.logins()} />
      </Box>
    </>
  )
}

function Decide({ asked, onDone, onAgain }: Props) {
  const [remember, setRemember] = useState(false)
  const { busy, problems, run } = useAction()
  const params = { id: asked.id }
  const confirm = () =>
    void run(async () => onDone(await api('POST /me/tickets/:id/confirm', { params, body: { remember } })))
  const refuse = () =>
    void run(async () => onDone(await api('POST /me/tickets/:id/refuse', { params, body: {} })))
  const facts: [string, string][] = [
    ['电脑上显示的数字', asked.digits.replace(/(?=.{3}$)/, ' ')],
    ['浏览器', asked.browser],
    ['网络地址', asked.place],
    ['时间', dateAndTime(asked.createdAt)],
  ]
  return (
    <Section title="是您要登录吗？">
      {facts.map(([label, value]) => (
        <Box key={label} className="field">
          <Txt className="field__label">{label}</Txt>
          <Box>
            <Txt strong>{value}</Txt>
          </Box>
        </Box>
      ))}
      <Box as="p" className="small">
        {asked.mayRemember
          ? '数字和电脑上的一样才确认。登录 12 小时后自动退出。'
          : '数字和电脑上的一样才确认。办公登录 12 小时后自动退出，还要输入动态码。'}
      </Box>
      {asked.mayRemember && (
        <SwitchRow
          label="记住这台电脑"
          text="是自己家的电脑，30 天内不用再扫码"
          on={remember}
          onChange={setRemember}
        />
      )}
      <Box className="buttons">
        <Button label={busy ? '请稍候…' : '确认登录'} disabled={busy} onPress={confirm} />
        <Button look="plain" label="不是我，拒绝" disabled={busy} onPress={refuse} />
      </Box>
      <Problems problems={problems} />
      {problems.length > 0 && (
        <Box className="buttons">
          <Button look="plain" label="重新扫码" onPress={onAgain} />
        </Box>
      )}
    </Section>
  )
}
