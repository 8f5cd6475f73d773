import { useState } from 'react'
import { ROLES } from '@shared/facts/people/roles'
import type { Account, Grant } from '@shared/contract/people/grant'
import type { Role } from '@shared/contract/people/auth'
import type { OrgRef } from '@shared/contract/people/org'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { DateField } from '../../../components/form/DateField'
import { SelectField } from '../../../components/form/SelectField'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box } from '../../../elements/dom'
import { useFaults } from '../../../hooks/useFaults'
import { useAction } from '../../../hooks/useAction'
import { serverToday } from '../../../state/serverClock'
import { FindAccount } from '../FindAccount'

interface Props {
  org: OrgRef
  onGranted: () => void
}

const held = ({ roleLabel, orgName }: Grant): string => `${orgName}${roleLabel}`

/** Roles that exist here; the residents' own comes from their verification. */
const rolesOf = ({ kind }: OrgRef) =>
  ROLES.filter(({ role, orgKinds }) => role !== 'villager' && orgKinds.includes(kind)).map(
    ({ role, label }) => ({
      value: role,
      label,
    }),
  )

/** Grants a role 授予角色 to the person who shows an appointment code. */
export function GrantForm({ org, onGranted }: Props) {
  const [account, setAccount] = useState<Account | null>(null)
  return (
    <Section title={`给${org.name}添一个人`}>
      {account ? (
        <TermForm
          key={account.id}
          org={org}
          account={account}
          onGranted={onGranted}
          onOther={() => setAccount(null)}
        />
      ) : (
        <FindAccount onFound={setAccount} />
      )}
    </Section>
  )
}

function TermForm({ org, account, onGranted, onOther }: Props & { account: Account; onOther: () => void }) {
  const roles = rolesOf(org)
  const [role, setRole] = useState<Role>(roles[0]?.value ?? 'editor')
  const [from, setFrom] = useState(serverToday())
  const [to, setTo] = useState('')
  const { faults, hold } = useFaults<'from' | 'to'>(field => `term-${field}`)
  const write = useAction()
  const grant = async () => {
    const isInOrder = to === '' || from <= to
    if (
      !hold([
        ['from', from !== '', '请选从哪天起。'],
        ['to', isInOrder, '到期的日子不能早于开始的日子。'],
      ])
    ) {
      return
    }
    const body = { userId: account.id, role, from, to: to === '' ? null : to }
    const done = await write.run(key =>
      api('POST /orgs/:code/grants', { params: { code: org.code }, body }, key),
    )
    if (done) onGranted()
  }
  const duties = account.grants.filter(({ state }) => state === 'current').map(held)
  return (
    <>
      <Box as="p" className="lead">{`${account.name}${account.jobTitle && `，${account.jobTitle}`}`}</Box>
      <Box as="p" className="small">
        {duties.length > 0 ? `现在是：${duties.join('、')}` : '现在没有任职。'}
      </Box>
      <SelectField
        id="term-role"
        label="任什么"
        value={role}
        options={roles}
        onChange={value => setRole(roles.find(one => one.value === value)?.value ?? role)}
      />
      <DateField
        id="term-from"
        label="从哪天起"
        required
        value={from}
        fault={faults.from}
        onChange={setFrom}
      />
      <DateField
        id="term-to"
        label="到哪天止"
        help="换届的日子；不填就一直到撤销。"
        value={to}
        fault={faults.to}
        onChange={setTo}
      />
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label={`任命${account.name}`} disabled={write.busy} onPress={() => void grant()} />
        <Button look="plain" label="换一个人" disabled={write.busy} onPress={onOther} />
      </Box>
    </>
  )
}
