import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import { Button } from '../../../../components/controls/Button'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Section } from '../../../../components/page/Section'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Box, Heading } from '../../../../elements/dom'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { CodeForm, RecoverForm } from '../../factor/CodeForm'
import { Recovery } from '../../factor/Recovery'
import { SetUp } from '../../factor/SetUp'

/** Sets up and checks the second factor 动态码. If it is required, staff roles are inactive without it. */
export default function FactorPage() {
  const me = useMe()
  return (
    <Frame title="动态码" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          动态码
        </Heading>
        <Box as="p" className="lead">
          办公事的人除了微信登录，还要输入手机验证器里的 6 位数字。
        </Box>
      </Box>
      {me ? <OwnFactor me={me} /> : <LoginGate>{null}</LoginGate>}
    </Frame>
  )
}

function OwnFactor({ me }: { me: Me }) {
  if (!me.staff) return <NotNeeded />
  if (me.secondFactor === 'given') return <Done left={me.recoveryCodesLeft} />
  if (me.secondFactor === 'verify') return <Verify />
  return <SetUp />
}

function NotNeeded() {
  return (
    <>
      <Box as="p">您不办公事，用不着动态码。</Box>
      <Box className="buttons">
        <Link className="button button--plain" label="回“我的”" url={routes.mine()} />
      </Box>
    </>
  )
}

function Done({ left }: { left: number | null }) {
  return (
    <>
      <Box as="p" live="polite">
        ✓ 这次登录已输入动态码。
      </Box>
      <Box className="buttons">
        <Link className="button" label="去工作台" url={routes.work()} />
      </Box>
      <Recovery left={left ?? 0} />
    </>
  )
}

function Verify() {
  const [lost, setLost] = useState(false)
  if (lost) {
    return (
      <Section title="输入恢复码">
        <RecoverForm />
        <Box className="buttons">
          <Button look="plain" label="还是输入动态码" onPress={() => setLost(false)} />
        </Box>
      </Section>
    )
  }
  return (
    <Section title="输入动态码">
      <CodeForm />
      <Box className="buttons">
        <Button look="plain" label="验证器不在身边，用恢复码" onPress={() => setLost(true)} />
      </Box>
    </Section>
  )
}
