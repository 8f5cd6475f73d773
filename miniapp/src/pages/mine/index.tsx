import { Frame } from '../../components/Frame'
import { Section } from '../../components/Section'
import { Box, Heading } from '../../elements/dom'
import { About } from './About'
import { Account } from './Account'
import { ReadingSettings } from './ReadingSettings'

/** 我的: how the text looks, who is logged in, what this is. */
export default function MinePage() {
  return (
    <Frame title="我的" current="mine" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          我的
        </Heading>
        <Box as="p" className="lead">
          看公示不用登录。登录是给经办、监督和街道人员用的。
        </Box>
      </Box>
      <Section title="字号">
        <ReadingSettings />
      </Section>
      <Section title="登录">
        <Account />
      </Section>
      <About />
    </Frame>
  )
}
