import { useState } from 'react'
import type { Account } from '@shared/contract/people/grant'
import { Button } from '../../../../components/controls/Button'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { useMe } from '../../../../state/session'
import { FactorReset, NameForm } from '../../account/AccountForm'
import { FindAccount } from '../../FindAccount'
import { Page } from '../../Page'

/** Registers names and resets second factors of accounts 账号, for system and security administrators. */
export default function AccountPage() {
  const me = useMe()
  const [account, setAccount] = useState<Account | null>(null)
  return (
    <Page title="账号登记" about="登记办事人的真实姓名和职务，动态码丢了在这里重置。">
      <LoginGate>
        {account && me ? (
          <>
            <Section title={account.name}>
              {account.grants.map(({ id, orgName, roleLabel }) => (
                <Box as="p" key={id}>{`${orgName}${roleLabel}`}</Box>
              ))}
              {account.grants.length === 0 && <Box as="p">还没有任职。</Box>}
            </Section>
            {me.abilities.includes('accounts') && <NameForm account={account} onChanged={setAccount} />}
            {me.roles.some(({ role }) => role === 'security-admin') && (
              <FactorReset account={account} onChanged={setAccount} />
            )}
            <Box className="buttons">
              <Button look="plain" label="换一个人" onPress={() => setAccount(null)} />
            </Box>
          </>
        ) : (
          <FindAccount onFound={setAccount} />
        )}
      </LoginGate>
    </Page>
  )
}
