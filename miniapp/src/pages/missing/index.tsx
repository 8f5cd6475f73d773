import { Button } from '../../components/controls/Button'
import { Link } from '../../components/controls/Link'
import { Frame } from '../../components/page/Frame'
import { Box, Heading } from '../../elements/dom'
import { useParams } from '../../hooks/useParams'
import { replace, routes } from '../../routes'
import { useVillage } from '../../state/village'

const WORDS = {
  missing: {
    title: '没有这一页',
    text: '地址可能少了几个字，或者这一页已经不用了。公示没有丢：从公开栏能一条一条找到，也可以报标题或编号去查找。',
  },
  unfetched: {
    title: '这一页没有取到',
    text: '网络断了，或者网页刚换了新版本。连上网络后再试一次；已经写的内容都还留在手机里。',
  },
}

/** Says that an address leads to no page 没有这一页, or that a page's script was not fetched, and where to go on. */
export default function MissingPage() {
  const village = useVillage()
  const { from } = useParams()
  const { title, text } = from === undefined ? WORDS.missing : WORDS.unfetched
  return (
    <Frame title={title} narrow>
      <Box className="notice">
        <Heading level={1} className="notice__title">
          {title}
        </Heading>
        <Box as="p" className="lead">
          {text}
        </Box>
        <Box className="buttons">
          {from !== undefined && <Button label="再试一次" onPress={() => replace(from)} />}
          <Link className="button button--plain" label="回公开栏" url={routes.home(village ?? undefined)} />
          <Link className="button button--plain" label="查找公示" url={routes.search(village ?? undefined)} />
          <Link className="button button--plain" label="选村（社区）" url={routes.village()} />
        </Box>
      </Box>
    </Frame>
  )
}
