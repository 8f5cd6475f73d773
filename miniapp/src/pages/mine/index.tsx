import { Frame } from '../../components/page/Frame'
import { Section } from '../../components/page/Section'
import { Box, Heading } from '../../elements/dom'
import { routes } from '../../routes'
import { About } from './About'
import { Account } from '../../components/account/Account'
import { Messages } from './Messages'
import { ReadingSettings } from './ReadingSettings'
import { Ways } from '../../components/board/Ways'

/** Shows the personal page 我的: reading settings, account, about. */
export default function MinePage() {
  return (
    <Frame title="我的" current="mine" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          我的
        </Heading>
        <Box as="p" className="lead">
          看公示不用登录。提异议和办事才要登录。
        </Box>
      </Box>
      <Section title="字号">
        <ReadingSettings />
      </Section>
      <Section title="登录">
        <Account />
      </Section>
      <Section title="我的事">
        <Ways
          ways={[
            { name: '我家的', text: '今年领了多少，哪一期领的', url: routes.household() },
            { name: '我的异议', text: '提过的意见，答复在这里看', url: routes.myObjections() },
            { name: '申请公开', text: '没有公开的，向街道（镇）要；查进度', url: routes.myApplications() },
            { name: '我是本村人', text: '认证以后能提意见、催公开、看自己家的', url: routes.residence() },
          ]}
        />
        <Messages />
      </Section>
      <About />
    </Frame>
  )
}
