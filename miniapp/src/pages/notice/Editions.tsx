import type { NoticePage } from '@shared/contract/reading/site'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { routes } from '../../routes'

type Edition = NoticePage['editions'][number]

const wordsOf = ({ edition, publishedAt, reason, withdrawn }: Edition): string =>
  [
    `第 ${edition} 版 ${fullDate(publishedAt)}公开`,
    reason && `更正原因：${reason}`,
    withdrawn && '已撤回，内容不再公开',
  ]
    .filter(Boolean)
    .join('，')

/** Lists all editions 历次版本: earlier ones stay readable; withdrawn or erased ones are marked. */
export function Editions({ page }: { page: NoticePage }) {
  const { notice, editions, erasures = [] } = page
  return (
    <Section title="历次版本">
      {editions.map(one => (
        <Box key={one.edition}>
          <Box as="p" className="note">
            {wordsOf(one)}
          </Box>
          {one.edition !== notice.edition && (
            <Link
              label={one.withdrawn ? `看第 ${one.edition} 版的撤回说明` : `看第 ${one.edition} 版`}
              url={routes.notice(notice.id, one.edition)}
            />
          )}
        </Box>
      ))}
      {erasures.map(({ edition, at, basis }) => (
        <Box key={`erased${edition}`} as="p" className="note">
          {`第 ${edition} 版已于${fullDate(at)}依法删除，依据：${basis}`}
        </Box>
      ))}
    </Section>
  )
}
