import type { OrgPage } from '@shared/contract/reading/site'
import { Box, Heading, Txt } from '../../elements/dom'
import { weekday } from '../../format/date'
import { routes } from '../../routes'
import { serverToday } from '../../state/serverClock'
import { Link } from '../controls/Link'
import { OrgNow } from '../page/OrgNow'
import { dateLabel } from '@shared/common/period'

/** Shows the masthead 报头: the village's name, what the board is and today, over the thick and the thin rule 文武线. */
export function BoardHead({ org }: { org: OrgPage }) {
  const today = serverToday()
  return (
    <Box as="header" className="mast">
      <Box className="mast__top">
        <Txt>
          {org.ancestors
            .slice(-2)
            .map(({ name }) => name)
            .join('·')}
        </Txt>
        <Link className="link" label={`换${org.words.place}`} url={routes.village()}>
          {`换${org.words.place}`}
          <Txt decorative className="ic ic--small ic--down" />
        </Link>
      </Box>
      <Box className="mast__line">
        <Heading level={1} className="mast__name">
          {org.name}
          <Txt className="unseen">{`${org.words.affairs}公开栏`}</Txt>
        </Heading>
        <Box className="mast__kind" decorative>
          <Txt className="mast__board">{`${org.words.affairs}公开栏`}</Txt>
          <Txt className="mast__day">{`${dateLabel(today)} ${weekday(today)}`}</Txt>
        </Box>
      </Box>
      <Box className="mast__rule" decorative />
      <OrgNow org={org} />
    </Box>
  )
}
