import { useState } from 'react'
import { RELATIONS, type RelationCode } from '@shared/facts/people/residencyRules'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { OrgPage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Agree } from '../../../../components/account/Agree'
import { AgreementAsked } from '../../../../components/account/AgreementDue'
import { Button } from '../../../../components/controls/Button'
import { Link } from '../../../../components/controls/Link'
import { NotLoaded } from '../../../../components/page/NotLoaded'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box } from '../../../../elements/dom'
import { useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { goBack, routes } from '../../../../routes'
import { useMe } from '../../../../state/session'

interface Props {
  orgCode: string
  onSent: () => void
}

type Whose = 'own' | 'elder'

const WHOSE = [
  { value: 'own', label: '我自己' },
  { value: 'elder', label: '代长辈办' },
] as const
const RELATION_OPTIONS = RELATIONS.map(({ code, label }) => ({ value: code, label }))
const WORDS: Readonly<Record<Whose, { name: string; tail: string }>> = {
  own: { name: '姓名', tail: '身份证后六位' },
  elder: { name: '长辈姓名', tail: '长辈身份证后六位' },
}
const TAIL = /^(?:\d{2})?\d{3}[\dXx]$/

/** Names the village that is asked. */
function ToWhom({ orgCode }: Pick<Props, 'orgCode'>) {
  const org = useResource<OrgPage>(orgCode && `org:${orgCode}`, () =>
    api('GET /orgs/:code', { params: { code: orgCode } }),
  )
  if (!orgCode) return <Box as="p">请先选村（社区）</Box>
  return (
    <>
      {org.data && <Box as="p">{`向${org.data.name}申请`}</Box>}
      <NotLoaded what="村（社区）的名称" resource={org} />
    </>
  )
}

/**
 * Shows the form of a residency claim: name and last characters of the ID number, which are asked for once the person has agreed to
 * their handling. What was typed stays while the agreement is taken back.
 */
export function ClaimForm({ orgCode, onSent }: Props) {
  const me = useMe()
  const { busy, problems, code, run } = useAction()
  const [whose, setWhose] = useState<Whose>('own')
  const [relation, setRelation] = useState<RelationCode>('child')
  const [name, setName] = useState('')
  const [idTail, setTail] = useState('')
  const [asked, setAsked] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const words = WORDS[whose]
  const nameFault = name.trim().length < 2 ? '请填姓名。' : undefined
  const tailFault = TAIL.test(idTail.trim()) ? undefined : '请填身份证后六位（或后四位），末位是 X 的写 X。'

  const send = async () => {
    setAsked(true)
    if (nameFault || tailFault) return
    const identity = { agreed: IN_FORCE.identity, orgCode, name: name.trim(), idTail: idTail.trim() }
    const done = await run(key =>
      whose === 'own'
        ? api('POST /me/residency-claims', { body: identity }, key)
        : api('POST /me/residency-claims/relatives', { body: { ...identity, relation } }, key),
    )
    if (!done) return
    setName('')
    setTail('')
    setAsked(false)
    setAgreed(false)
    onSent()
  }

  return (
    <Section title="新的申请" aside={<Link label="换一个村" url={routes.village()} />}>
      <ToWhom orgCode={orgCode} />
      <Tabs label="给谁认证" options={WHOSE} value={whose} onChange={setWhose} />
      {whose === 'elder' && (
        <SelectField
          id="claim-relation"
          label="我是长辈的"
          value={relation}
          options={RELATION_OPTIONS}
          onChange={value => setRelation(value as RelationCode)}
        />
      )}
      <Agree id="claim-agree" of={['identity']} on={agreed} onChange={setAgreed} />
      {agreed ? (
        <>
          <TextField
            id="claim-name"
            label={words.name}
            required
            maxLength={30}
            value={name}
            fault={asked ? nameFault : undefined}
            onChange={setName}
          />
          <TextField
            id="claim-tail"
            label={words.tail}
            required
            maxLength={6}
            help="核对完就不留。名册上没有或对不上，请打村里的电话。"
            value={idTail}
            fault={asked ? tailFault : undefined}
            onChange={setTail}
          />
          <Problems problems={problems} />
          <AgreementAsked code={code} me={me} />
          <Box className="buttons">
            <Button
              label={busy ? '正在核对…' : '核对并提交'}
              disabled={busy || !orgCode}
              onPress={() => void send()}
            />
          </Box>
        </>
      ) : (
        <>
          <Box as="p" className="small">
            同意以后才填姓名和身份证后六位。不同意也可以看公示，只是不能提异议。
          </Box>
          <Box className="buttons">
            <Button look="plain" label="不同意，先不认证" onPress={() => goBack(routes.home(orgCode))} />
          </Box>
        </>
      )}
    </Section>
  )
}
