import type { NoticePage } from '@shared/contract/reading/site'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { routes } from '../../routes'
import { Changed } from './Changed'

type Edition = NoticePage['editions'][number]

const wordsOf = ({ edition, publishedAt, reason, withdrawn }: Edition): string =>
  [
    `第 ${edition} 版 ${fullDate(publishedAt)}公开`,
    reason && `更正原因：${reason}`,
    withdrawn && '已撤回，内容不再公开',
  ]
    .filter(Boolean)
    .join('，')

/** Says whether it was changed 改过没有 and lists all editions: earlier ones stay readable; withdrawn or erased ones are marked. */
export function Editions({ page }: { page: NoticePage }) {
  const { notice, editions, erasures = [], withdrawn } = page
  const former = editions.find(one => one.edition < notice.edition && !one.withdrawn)
  return (
    <Section title="改过没有">
      {editions.length === 1 && erasures.length === 0 && !withdrawn && (
        <Box as="p">✓ 公开以后没有改过，这是第 1 版。</Box>
      )}
      {!withdrawn && former && <Changed page={page} former={former.edition} />}
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
