import type { OrgPage } from '@shared/contract/reading/site'
import { Box, Heading, Txt } from '../elements/dom'
import { fullDate } from '../format/date'
import { routes } from '../routes'
import { Link } from './controls/Link'
import { OrgNow } from './page/OrgNow'

interface Props {
  org: OrgPage
  newestAt: string | null
}

/** Shows the board's head line: organisation and date of the newest notice. */
export function BoardHead({ org, newestAt }: Props) {
  const above = org.ancestors.map(ancestor => ancestor.name).join(' · ')
  return (
    <Box as="header" className="board">
      <Box className="board__line">
        <Txt className="small">{above}</Txt>
        <Link className="link" label={`换一个${org.words.place}看`} url={routes.village()} />
      </Box>
      <Heading level={1} className="board__name">
        {`${org.name}${org.words.affairs}公开栏`}
      </Heading>
      <OrgNow org={org} />
      <Box as="p" className="board__date">
        {newestAt ? `最近一次公开：${fullDate(newestAt)}` : '还没有公开过内容'}
      </Box>
    </Box>
  )
}
