import type { ApplicationProgress } from '@shared/contract/participation/application'
import { ContactRow } from '../../components/ContactRow'
import { daysTo } from '../../components/board/DayBox'
import { TimelineRow } from '../../components/board/TimelineRow'
import { Fold } from '../../components/page/Fold'
import { Section } from '../../components/page/Section'
import { Box, Heading, Txt } from '../../elements/dom'
import { shortDate, shortDay, weekday } from '../../format/date'
import { Papers } from './Papers'
import './application.scss'

interface Props {
  progress: ApplicationProgress
  /** Above the title: who sees it. */
  above: string
  title: string
}

function leftWords(dueOn: string): string {
  const left = daysTo(dueOn)
  if (left < 0) return `${weekday(dueOn)}，已经过了 ${-left} 天`
  return left === 0 ? `${weekday(dueOn)}，就是今天` : `${weekday(dueOn)}，还有 ${left} 天`
}

/** The last day for the reply as the figure of the page, what is done now, and how the day was counted. */
function Due({ progress: { open, dueOn, dueWords, stateLabel, next } }: Pick<Props, 'progress'>) {
  const running = open && dueOn !== null
  return (
    <Box className="due">
      {running && (
        <>
          <Txt className="small">最晚哪天答复</Txt>
          <Txt className={`due__day${daysTo(dueOn) < 0 ? ' due__day--late' : ''}`}>{shortDay(dueOn)}</Txt>
          <Txt>{leftWords(dueOn)}</Txt>
        </>
      )}
      <Box as="p" className="due__now">{`现在：${stateLabel}`}</Box>
      <Box as="p">{next}</Box>
      {open && dueOn === null && <Box as="p">{dueWords}</Box>}
      {running && (
        <Fold label="日子是怎么算的">
          <Box as="p">{dueWords}</Box>
        </Fold>
      )}
    </Box>
  )
}

/** What happened, what is done now, what is to come. */
function Way({ progress: { history, open, stateLabel, dueOn } }: Pick<Props, 'progress'>) {
  return (
    <Section title="走到哪一步">
      <Box as="ul" className="way">
        {history.map(({ at, label, by, text, stops }) => (
          <TimelineRow
            key={`${at}${label}`}
            look={stops ? 'paused' : 'done'}
            name={label}
            aside={shortDate(at)}
            notes={[by, text]}
          />
        ))}
        {open && <TimelineRow look="now" name={stateLabel} aside="现在" />}
        {open && (
          <TimelineRow look="todo" name="答复您" aside={dueOn === null ? null : `最晚${shortDay(dueOn)}`} />
        )}
      </Box>
    </Section>
  )
}

/** What one may do against the reply, or against none. */
const complaintOf = ({ open, dueOn, remedy }: ApplicationProgress): string => {
  if (remedy !== '' || !open) return remedy
  const until = dueOn === null ? '到期' : `过了${shortDay(dueOn)}`
  return `${until}还没有答复的，这里会写向谁申请行政复议、到哪里起诉、最晚到哪天。对办得不好有意见，先打下面的电话。`
}

/** Shows how far an application is 进度: what happened, what is next, until when, whom to ring, how to complain or sue. */
export function ProgressFacts({ progress, above, title }: Props) {
  const { orgName, contacts, papers } = progress
  const complaint = complaintOf(progress)
  return (
    <>
      <Box as="header">
        <Box as="p" className="small">
          {above}
        </Box>
        <Heading level={1} className="title">
          {title}
        </Heading>
      </Box>
      <Due progress={progress} />
      <Way progress={progress} />
      {papers.length > 0 && (
        <Section title="给您的材料">
          <Papers papers={papers} />
        </Section>
      )}
      {complaint !== '' && (
        <Section title="不服怎么办">
          {complaint.split('\n').map(line => (
            <Box as="p" key={line}>
              {line}
            </Box>
          ))}
        </Section>
      )}
      <Section title={`打电话问${orgName}`}>
        <Box as="p" className="small">
          报编号就行，不用说名字。
        </Box>
        {contacts.map(contact => (
          <ContactRow key={contact.phone} contact={contact} />
        ))}
      </Section>
    </>
  )
}
