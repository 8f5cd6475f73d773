import { dateLabel } from '@shared/common/period'
import type { Guidance, WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { assumedNote } from '@shared/texts/holidays'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'

const KINDS: Record<Guidance['kind'], string> = { comment: '意见', remind: '提醒', order: '责令更正' }

/** Shows feedback for the authors: the supervisors' refusal, the town's order, comments, reminders. */
export function Feedback({ page }: { page: WorkNoticePage }) {
  const { work, notice, signOff, guidance } = page
  // The pending order has its own section.
  const said = guidance.filter(({ kind, at }) => kind !== 'order' || at !== notice.order?.at)
  const refused = work.state === 'refused' && signOff
  return (
    <>
      {refused && (
        <Section title="监督为什么没有同意">
          <Box as="p" className="state state--late">{`× ${signOff.reason ?? '没有写明原因。'}`}</Box>
          <Box as="p" className="small">
            {`${signOff.body} ${signOff.name} · ${fullDate(signOff.at)}`}
          </Box>
        </Section>
      )}
      {notice.order && (
        <Section title="责令更正">
          <Box as="p" className="state state--late">{`× ${notice.order.reason}`}</Box>
          <Box as="p" className="small">
            {`${notice.order.body} ${notice.order.by} · ${fullDate(notice.order.at)} · ${dateLabel(notice.order.correctBy)}以前改好${assumedNote(notice.order.assumedYears)}`}
          </Box>
        </Section>
      )}
      {said.length > 0 && (
        <Section title="街道（镇）说的">
          {said.map(({ kind, text, body, by, at }) => (
            <Box key={`${at}${kind}`} className="fact">
              <Txt className="fact__label">{KINDS[kind]}</Txt>
              <Box className="fact__value">
                <Txt>{text}</Txt>
                <Txt className="row__meta">{`${body} ${by} · ${fullDate(at)}`}</Txt>
              </Box>
            </Box>
          ))}
        </Section>
      )}
    </>
  )
}
