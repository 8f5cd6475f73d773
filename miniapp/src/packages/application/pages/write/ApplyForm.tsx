import { useEffect, useState } from 'react'
import { FORMS, ROUTES_HOME } from '@shared/facts/participation/applicationRules'
import type { ReceiveApplication } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { SelectField } from '../../../../components/form/SelectField'
import { SwitchRow } from '../../../../components/form/SwitchRow'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { dropStored, readStored, writeStored } from '../../../../state/storage'
import { useMe } from '../../../../state/session'
import { Gate } from '../../../../components/account/Gate'
import { REQUISITION } from './requisition'

interface Props {
  org: string
  orgName: string
  onSent: (id: string) => void
}

/** What is asked is kept on the phone until it is sent; who asks never is. */
const DRAFT = 'application-draft'
const NOBODY = { name: '', proof: '居民身份证', proofNumber: '', phone: '', address: '' }
type Identity = typeof NOBODY

const LABELS: readonly (readonly [keyof Identity, string, string])[] = [
  ['name', '姓名', '和证件上的一样'],
  ['proof', '证件名称', ''],
  ['proofNumber', '证件号码', '加密保存，只有办理的人写明原因才能打开'],
  ['phone', '联系电话', ''],
  ['address', '通信地址', '要邮寄的一定要写'],
]

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

/** Returns what is missing, in the words of the form; null if it can be sent. */
function missing(items: readonly string[], { name, proofNumber, phone }: Identity): string | null {
  if (items.length === 0) return '请写您要什么信息，一行写一项。'
  if (name.trim() === '') return '请写姓名。'
  if (proofNumber.trim() === '') return '请写证件号码：法律要求证明申请人的身份。'
  return phone.trim() === '' ? '请写联系电话，有事好找您。' : null
}

/** Asks for what, how, and who; the purpose is not asked: the law does not want it. */
export function ApplyForm({ org, orgName, onSent }: Props) {
  const me = useMe()
  const [text, setText] = useState(() => readStored<string>(DRAFT) ?? '')
  const [who, setWho] = useState<Identity>(NOBODY)
  const [form, setForm] = useState<ReceiveApplication['form']>('paper')
  const [way, setWay] = useState<ReceiveApplication['way']>('collect')
  const [asked, setAsked] = useState(false)
  const { busy, problems, run } = useAction()
  const items = linesOf(text)
  const fault = missing(items, who)
  useEffect(() => {
    writeStored(DRAFT, text)
  }, [text])

  const send = async () => {
    setAsked(true)
    if (fault || !me) return
    const landOrHouse = items.some(item => REQUISITION.includes(item))
    const body = { door: 'platform' as const, ...who, items, form, way, landOrHouse }
    let id = ''
    const done = await run(async key => {
      id = (await api('POST /orgs/:code/applications', { params: { code: org }, body }, key)).application.id
    })
    if (!done) return
    dropStored(DRAFT)
    onSent(id)
  }
  const toggle = (item: string) =>
    setText(items.includes(item) ? items.filter(one => one !== item).join('\n') : [...items, item].join('\n'))

  return (
    <>
      <Section title="征地、房屋征收：常要的，点一下就写上">
        {REQUISITION.map(item => (
          <SwitchRow
            key={item}
            label={item}
            text=""
            on={items.includes(item)}
            onChange={() => toggle(item)}
          />
        ))}
      </Section>
      <TextField
        id="application-items"
        label={`向${orgName}要什么信息`}
        required
        multiline
        maxLength={4000}
        help="一行写一项：名称、文号，或者哪个项目、哪块地、哪个村、哪一年。不用写用途。"
        value={text}
        onChange={setText}
      />
      <SelectField
        id="application-form"
        label="要什么样的"
        value={form}
        options={FORMS.map(({ code, label }) => ({ value: code, label }))}
        onChange={value => setForm(value as ReceiveApplication['form'])}
      />
      <SelectField
        id="application-way"
        label="怎么拿"
        value={way}
        options={ROUTES_HOME.map(({ code, label }) => ({ value: code, label }))}
        onChange={value => setWay(value as ReceiveApplication['way'])}
      />
      {LABELS.map(([field, label, help]) => (
        <TextField
          key={field}
          id={`application-${field}`}
          label={label}
          required={field !== 'address'}
          help={help}
          maxLength={field === 'address' ? 200 : 40}
          value={who[field]}
          onChange={value => setWho({ ...who, [field]: value })}
        />
      ))}
      <Problems problems={asked && fault ? [fault] : problems} />
      {asked && !me && !fault && (
        <Gate why="登录以后好查进度、收答复。登录后回到这里，写的都还在。">{null}</Gate>
      )}
      <Box className="buttons">
        <Button label={busy ? '正在提交…' : '提交申请'} disabled={busy} onPress={() => void send()} />
      </Box>
    </>
  )
}
