import type { Me } from '@shared/contract/people/auth'
import { Frame } from '../../components/page/Frame'
import { Section } from '../../components/page/Section'
import { Box, Heading } from '../../elements/dom'
import { routes } from '../../routes'
import { About } from './About'
import { Account } from '../../components/account/Account'
import { Messages } from './Messages'
import { OwnObjections } from './OwnObjections'
import { OwnYear } from './OwnYear'
import { ReadingSettings } from './ReadingSettings'
import { Ways } from '../../components/board/Ways'
import { useMe } from '../../state/session'

/** Shows the personal page 我的: what is the reader's own first, then rows that lead on, text size, help. */
export default function MinePage() {
  const me = useMe()
  return (
    <Frame title="我的" current="mine" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {me?.name ?? '我的'}
        </Heading>
        <Box as="p" className="lead">
          {me ? dutiesOf(me) : '看公示不用登录。提异议和办事才要登录。'}
        </Box>
      </Box>
      {me?.staff && <Login />}
      {me && !me.staff && <OwnYear userId={me.id} />}
      {me && <OwnObjections userId={me.id} />}
      <Section title="我的事">
        <Messages />
        <Ways
          ways={[
            { icon: 'home', name: '我家的', text: '今年领了多少，哪一期领的', url: routes.household() },
            { icon: 'say', name: '我的异议', text: '提过的意见，答复在这里看', url: routes.myObjections() },
            {
              icon: 'paper',
              name: '申请公开',
              text: '没有公开的，向街道（镇）要；查进度',
              url: routes.myApplications(),
            },
            {
              icon: 'person',
              name: '我是本村人',
              text: '认证以后能提意见、催公开、看自己家的',
              url: routes.residence(),
            },
          ]}
        />
      </Section>
      <Section title="字大一点">
        <ReadingSettings />
      </Section>
      {!me?.staff && <Login />}
      <About />
    </Frame>
  )
}

const Login = () => (
  <Section title="登录">
    <Account />
  </Section>
)

const dutiesOf = ({ roles }: Me): string => {
  const names = [...new Set(roles.map(({ orgName }) => orgName))]
  return names.length > 0 ? names.join('、') : '已登录'
}
