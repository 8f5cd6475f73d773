import { dateLabel } from '@shared/common/period'
import type { NoticePage } from '@shared/contract/reading/site'
import { Link } from '../../components/controls/Link'
import { Box, Txt } from '../../elements/dom'
import { routes } from '../../routes'
import { assumedNote } from '@shared/texts/holidays'

/** Shows the state of the notice before its content: newer edition, correction, order. */
export function Standing({ page }: { page: NoticePage }) {
  const { notice, order } = page
  const correction = page.editions.find(({ edition }) => edition === notice.edition)?.reason
  return (
    <>
      <Newer page={page} />
      {correction && (
        <Box as="p">
          <Txt className="state state--late">更正：</Txt>
          {correction}
        </Box>
      )}
      {order && (
        <Box as="p">
          <Txt className="state state--late">责令更正：</Txt>
          {`${order.body}要求在${dateLabel(order.correctBy)}前更正${assumedNote(order.assumedYears)}。理由：${order.reason}`}
        </Box>
      )}
    </>
  )
}

/** Marks an old edition as such. */
function Newer({ page: { notice, editions } }: { page: NoticePage }) {
  const newest = editions.find(({ withdrawn }) => !withdrawn)?.edition ?? notice.edition
  if (newest <= notice.edition) return null
  return (
    <Box className="notice">
      <Txt className="state">{`! 这是以前的第 ${notice.edition} 版，已经更正过`}</Txt>
      <Link label={`看现在的第 ${newest} 版`} url={routes.notice(notice.id)} />
    </Box>
  )
}
