import { useState } from 'react'
import type { Account } from '@shared/contract/people/grant'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { ConfirmButton } from '../../../components/controls/ConfirmButton'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { useFaults } from '../../../hooks/useFaults'
import { useAction } from '../../../hooks/useAction'

interface Props {
  account: Account
  onChanged: (account: Account) => void
}

/** Registers name and job title of an account 账号登记, as printed with what the person signs. */
export function NameForm({ account, onChanged }: Props) {
  const [name, setName] = useState(account.name)
  const [jobTitle, setJobTitle] = useState(account.jobTitle)
  const [isStored, setStored] = useState(false)
  const { faults, hold } = useFaults<'name'>(field => `account-${field}`)
  const write = useAction()
  const store = async () => {
    setStored(false)
    if (!hold([['name', name.trim() !== '', '请写真实姓名。']])) return
    const body = { name: name.trim(), jobTitle: jobTitle.trim() }
    const done = await write.run(async key =>
      onChanged(await api('PUT /users/:id', { params: { id: account.id }, body }, key)),
    )
    setStored(done)
  }
  return (
    <Section title="姓名和职务">
      <TextField
        id="account-name"
        label="真实姓名"
        help="印在公示单的“谁写、谁审”里。"
        required
        maxLength={30}
        value={name}
        fault={faults.name}
        onChange={setName}
      />
      <TextField id="account-job" label="职务" maxLength={30} value={jobTitle} onChange={setJobTitle} />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label="存好姓名和职务" disabled={write.busy} onPress={() => void store()} />
      </Box>
      <Box live="polite">{isStored && <Txt className="state state--ok">✓ 存好了</Txt>}</Box>
    </Section>
  )
}

/** Resets a lost second factor 动态码 and ends all logins of the person. */
export function FactorReset({ account, onChanged }: Props) {
  const [isReset, setReset] = useState(false)
  const write = useAction()
  const reset = async () => {
    const done = await write.run(async key =>
      onChanged(await api('POST /users/:id/second-factor/reset', { params: { id: account.id } }, key)),
    )
    setReset(done)
  }
  return (
    <Section title="动态码丢了">
      <Problems problems={write.problems} />
      <Box className="buttons">
        <ConfirmButton
          look="danger"
          label="重置动态码"
          words={[`${account.name}在各处的登录都会退出，下次登录要重新设置动态码。请先当面认清是本人。`]}
          confirm="确定重置"
          keep="先不重置"
          disabled={write.busy}
          onConfirm={() => void reset()}
        />
      </Box>
      <Box live="polite">{isReset && <Txt className="state state--ok">✓ 重置了</Txt>}</Box>
    </Section>
  )
}
