import { useState } from 'react'
import type { WorkCaseList, WorkCasePage } from '@shared/contract/power/case'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { EmptyState } from '../../../../components/page/EmptyState'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { replace, routes } from '../../../../routes'
import { parseYuan } from '@shared/figures/parse'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { useFaults } from '../../../../hooks/useFaults'

/** Opens a case 提出一件事: item, subject and amount. */
export default function OpenCasePage() {
  const { item } = useParams()
  const org = useOwnOrg()
  const list = useResource<WorkCaseList>(
    org && `openable:${org}`,
    () => api('GET /orgs/:code/work/cases', { params: { code: org }, query: { show: 'open', limit: 1 } }),
    IN_WORK,
  )
  return (
    <Frame title="提出一件事" narrow>
      <LoginGate error={list.error}>
        <Loaded resource={list}>{data => <OpenForm list={data} preset={item} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

const EMPTY = { title: '', amount: '', payee: '' }
type Typed = keyof typeof EMPTY
const SHORTEST = 2

function OpenForm({ list, preset }: { list: WorkCaseList; preset: string | undefined }) {
  const { org, openable } = list
  const [chosen, setChosen] = useState(preset ?? '')
  const [typed, setTyped] = useState(EMPTY)
  const { faults, hold } = useFaults<Typed>(name => `case-${name}`)
  const write = useAction()
  const item = openable.find(({ code }) => code === chosen) ?? (preset ? undefined : openable[0])
  if (!item) {
    return (
      <EmptyState
        title="没有您能提出的事"
        text={`${org.name}的这个事项不用、还没有施行，或者由别人提出：谁办第一步，谁提出。`}
      />
    )
  }
  const change = (name: Typed) => (value: string) => setTyped(before => ({ ...before, [name]: value }))
  const amountFen = typed.amount.trim() === '' ? null : parseYuan(typed.amount)
  const title = typed.title.trim()
  const payee = typed.payee.trim() || null
  const send = async () => {
    const whole = hold([
      ['title', title.length >= SHORTEST, '请写要办什么事，至少 2 个字。'],
      [
        'amount',
        typed.amount.trim() === '' || (amountFen ?? -1) >= 0,
        '请写金额，例如 60000；不知道就空着。',
      ],
      ['payee', payee === null || payee.length >= SHORTEST, '请写收款方的全名，至少 2 个字；不知道就空着。'],
    ])
    if (!whole) return
    const body = { itemCode: item.code, title, amountFen: item.takesAmount ? amountFen : null, payee }
    let opened: WorkCasePage | null = null
    await write.run(
      async key => (opened = await api('POST /orgs/:code/cases', { params: { code: org.code }, body }, key)),
    )
    if (opened) replace(routes.workCase((opened as WorkCasePage).id))
  }
  const field = (name: Typed, label: string, help: string) => (
    <TextField
      id={`case-${name}`}
      label={label}
      help={help}
      kind={name === 'amount' ? 'decimal' : 'text'}
      required={name === 'title'}
      maxLength={100}
      value={typed[name]}
      fault={faults[name]}
      onChange={change(name)}
    />
  )
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          提出一件事
        </Heading>
        <Box as="p" className="lead">{`${org.name}。清单以后再改，这件事也照现在的走完。`}</Box>
      </Box>
      <SelectField
        id="case-item"
        label="哪个事项"
        value={item.code}
        options={openable.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setChosen}
      />
      <Link label="看这个事项怎么办" url={routes.power(org.code, item.code)} />
      {field('title', '要办什么事', '一句话。个人申请的事写“几组一户”，不写姓名和证件号。')}
      {item.takesAmount && field('amount', '金额（元）', '按金额走不同的手续；还不知道就空着，到时候会问。')}
      {item.takesAmount && field('payee', '收款方', '已经知道的才写。')}
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label={write.busy ? '正在提交…' : '提出'} disabled={write.busy} onPress={() => void send()} />
      </Box>
    </>
  )
}
