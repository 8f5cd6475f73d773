import { chinaTime, dateLabel } from '@shared/common/period'
import type { EditionState, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { lastDay, publicityNote } from '@shared/presentation/publicityWords'
import { Link } from '../../../../components/controls/Link'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'

interface Fact {
  label: string
  text: string
}

/** Describes the publicity period: its days, whether it is over, its source, and whether it was recomputed. */
function periodText({ publicity, moved, over }: EditionState): string {
  const period = { ...publicity, moved }
  const days = `${dateLabel(publicity.startsOn)}至${dateLabel(lastDay(period))}`
  return `${days}${over ? '，已满' : ''}（${publicity.basis}）${over ? '' : publicityNote(period)}`
}

/** Lists the recorded facts of this notice with their labels. */
function factsOf({ notice, editions }: WorkNoticePage): Fact[] {
  const { meeting, archive, publishAt, reason, liveEdition } = notice
  const live = editions.find(({ edition }) => edition === liveEdition)
  const facts: (Fact | false | null)[] = [
    reason !== null && { label: '更正原因', text: reason },
    meeting && {
      label: '联席会议',
      text: `${dateLabel(meeting.heldOn)}，${meeting.chair}主持，应到 ${meeting.expected} 人，实到 ${meeting.attended} 人：${meeting.decision}`,
    },
    publishAt !== null && {
      label: '定时公开',
      text: `${fullDate(publishAt)} ${chinaTime(publishAt)} 自动公开`,
    },
    live !== undefined && {
      label: '公示期',
      text: periodText(live),
    },
    archive && {
      label: '归档',
      text: `档号 ${archive.volume}，保管${archive.retention}（${archive.basis}）`,
    },
  ]
  return facts.filter(fact => typeof fact === 'object' && fact !== null)
}

/** Leads the head to the proposal of an erasure by law 依法删除 of the newest published edition. */
function ErasureWay({ page: { notice, editions } }: { page: WorkNoticePage }) {
  const me = useMe()
  const isHead = me?.roles.some(({ role, orgCode }) => role === 'head' && orgCode === notice.orgCode)
  const newest = editions[0]
  if (!isHead || !newest) return null
  return <Link label="法律要求删除：提出依法删除" url={routes.proposeErasure(notice.id, newest.edition)} />
}

/** Shows the progress 办到哪里: meeting, schedule, period, archive; withdrawn editions. */
export function Standing({ page }: { page: WorkNoticePage }) {
  const facts = factsOf(page)
  const withdrawn = page.editions.filter(edition => edition.withdrawn)
  const isLive = page.notice.liveEdition !== null
  if (facts.length === 0 && withdrawn.length === 0) return null
  return (
    <Section title="办到哪里了">
      {facts.map(({ label, text }) => (
        <Box key={label} className="fact">
          <Txt className="fact__label">{label}</Txt>
          <Txt className="fact__value">{text}</Txt>
        </Box>
      ))}
      {withdrawn.map(({ edition, withdrawn: tomb }) => (
        <Box key={edition} className="fact">
          <Txt className="fact__label">{`第 ${edition} 版`}</Txt>
          <Txt className="fact__value state state--late">
            {`× ${fullDate(tomb?.at ?? '')}由${tomb?.by ?? ''}撤回：${tomb?.reason ?? ''}`}
          </Txt>
        </Box>
      ))}
      {isLive && <Link label="看村民看到的这一页" url={routes.notice(page.notice.id)} />}
      {withdrawn.length > 0 && (
        <Link label="撤回与删除：等谁确认" url={routes.removalDesk(page.notice.orgCode)} />
      )}
      <ErasureWay page={page} />
    </Section>
  )
}
