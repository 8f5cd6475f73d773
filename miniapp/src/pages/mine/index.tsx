import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box, Heading } from '../../elements/dom'
import { routes } from '../../routes'
import { About } from './About'
import { Account } from '../../components/account/Account'
import { Messages } from './Messages'
import { ReadingSettings } from './ReadingSettings'

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
      <Section title="消息">
        <Messages />
      </Section>
      <Section title="我的异议和认证">
        <Box className="buttons">
          <Link className="button button--plain" label="我家的" url={routes.household()} />
          <Link className="button button--plain" label="我的异议" url={routes.myObjections()} />
          <Link className="button button--plain" label="我是本村人" url={routes.residence()} />
        </Box>
      </Section>
      <About />
    </Frame>
  )
}
