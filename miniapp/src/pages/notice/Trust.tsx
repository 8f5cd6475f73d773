import type { NoticePage } from '@shared/contract/reading/site'
import { lastDay, publicityWords } from '@shared/presentation/publicityWords'
import { Link } from '../../components/controls/Link'
import { DaysLeft } from '../../components/board/DayBox'
import { StampLine } from '../../components/board/StampLine'
import { Box } from '../../elements/dom'
import { shortDate } from '../../format/date'
import { routes } from '../../routes'
import type { LedgerCheck } from './ledgerCheck'

const UNCHANGED: Record<LedgerCheck, string> = {
  pending: '正在核对有没有改动',
  proved: '公开后没有改动',
  wrong: '× 和公开时的不一样',
  away: '还没有核对',
  none: '没有存证，没法核对',
}

interface Props {
  page: NoticePage
  check: LedgerCheck
}

/** Shows below the figure who checked and who wrote it; the seal is drawn only for a stored consent. */
export function NoticeStamp({ page: { notice, signOff }, check }: Props) {
  const agreed = signOff?.opinion === 'agree'
  const checked = signOff
    ? `${signOff.name} ${shortDate(signOff.at)}${agreed ? '审过' : '审核：有异议'}`
    : '没有审核记录'
  const rest = `${notice.author}写 · 第 ${notice.edition} 版 · ${UNCHANGED[check]}`
  return <StampLine sealed={agreed} who={checked} rest={rest} url={routes.check(notice.id, notice.edition)} />
}

/** Shows until when one can object, and how many have. */
export function Posted({ page: { notice, publicity, objections } }: Pick<Props, 'page'>) {
  return (
    <Box className="posted">
      <DaysLeft until={lastDay(publicity)} over={publicity.over} />
      <Box className="posted__text">
        <Box as="p">{publicityWords(publicity)}</Box>
        {!publicity.over && <Box as="p">觉得哪一行不对，点那一行就能提意见。</Box>}
        {objections.open > 0 && (
          <Link label={`有 ${objections.open} 件异议在等答复`} url={routes.asked(notice.id)} />
        )}
      </Box>
    </Box>
  )
}
