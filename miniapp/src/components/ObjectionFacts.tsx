import { lastOf } from '@shared/common/lists'
import type { ObjectionPage } from '@shared/contract/participation/objection'
import { Box, Heading, Txt } from '../elements/dom'
import { fullDate, shortDate } from '../format/date'
import { routes } from '../routes'
import { ContactRow } from './ContactRow'
import { Fact } from './Fact'
import { Link } from './controls/Link'
import { Section } from './page/Section'

type History = ObjectionPage['history']

/** Shows the newest answer before everything else: that is what one comes for. */
function Answer({ history }: { history: History }) {
  const answer = lastOf(history.filter(({ label, text }) => text && /答复$/.test(label)))
  if (!answer) return null
  return (
    <Box as="section" className="own">
      <Txt className="own__only">{`${shortDate(answer.at)} ${answer.by}答复`}</Txt>
      <Box as="p">{answer.text}</Box>
    </Box>
  )
}

/** Shows the facts of an objection for both sides: text, place, due date and history. */
export function ObjectionFacts({ page }: { page: ObjectionPage }) {
  const { objection, history, contacts } = page
  return (
    <>
      <Box as="header" className="board">
        <Txt className={`state${objection.late ? ' state--late' : ''}`}>
          {objection.late ? `× ${objection.stateLabel}，已过期` : objection.stateLabel}
        </Txt>
        <Heading level={1} className="title">
          {`异议 ${objection.number}`}
        </Heading>
        <Link
          label={`${objection.orgName}：${objection.noticeTitle}`}
          url={routes.notice(objection.noticeId)}
        />
      </Box>
      <Answer history={history} />
      <Section title="提的什么">
        <Fact label="哪一处" value={objection.place} />
        <Fact label="公示上写的" value={objection.cells} />
        <Fact label="哪里不对" value={objection.kindLabel} />
        <Fact label="说明" value={objection.text} />
        <Fact label="提出人" value={objection.by === '我' ? null : objection.by} />
        <Fact label="代谁提" value={objection.forElder} />
        <Fact label="提给谁" value={objection.wayLabel} />
        {objection.covered.length > 0 && (
          <Box as="p" className="note">
            {`说明里的${objection.covered.join('、')}已经遮住，没有存下来。`}
          </Box>
        )}
        {objection.afterTime && (
          <Box as="p" className="note">
            提的时候已经过了规定的提异议时间，照样办理。
          </Box>
        )}
      </Section>
      <Section title="什么时候答复">
        <Fact label="谁来办" value={objection.handlerName} />
        <Fact label="期限" value={objection.dueWords} />
        <Box as="p">{objection.next}</Box>
        {contacts.map(contact => (
          <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
        ))}
      </Section>
      <Section title="经过">
        {history.map(row => (
          <Box key={`${row.at}${row.label}`} as="p">
            {`${fullDate(row.at)} ${row.by}：${row.label}${row.text ? `。${row.text}` : ''}`}
          </Box>
        ))}
      </Section>
    </>
  )
}
