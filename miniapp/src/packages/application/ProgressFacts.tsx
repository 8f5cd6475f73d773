import type { ApplicationProgress } from '@shared/contract/participation/application'
import { ContactRow } from '../../components/ContactRow'
import { TimelineRow } from '../../components/board/TimelineRow'
import { Section } from '../../components/page/Section'
import { Box, Heading } from '../../elements/dom'
import { shortDate } from '../../format/date'
import { Papers } from './Papers'

/** Shows how far an application is 进度: what happened, what is next, until when, whom to ring, how to complain or sue. */
export function ProgressFacts({ progress }: { progress: ApplicationProgress }) {
  const { number, orgName, stateLabel, next, dueWords, history, remedy, papers, contacts } = progress
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          {stateLabel}
        </Heading>
        <Box as="p" className="small">{`${orgName} · 编号 ${number}`}</Box>
        <Box as="p">{next}</Box>
      </Box>
      <Section title="到哪天">
        <Box as="p">{dueWords}</Box>
      </Section>
      <Section title="办了什么">
        <Box as="ul" className="way">
          {history.map(({ at, label, by, text }) => (
            <TimelineRow
              key={`${at}${label}`}
              look="done"
              name={label}
              aside={shortDate(at)}
              notes={[by, text]}
            />
          ))}
        </Box>
      </Section>
      {papers.length > 0 && (
        <Section title="给您的材料">
          <Papers papers={papers} />
        </Section>
      )}
      {remedy !== '' && (
        <Section title="不服怎么办">
          <Box as="p">{remedy}</Box>
        </Section>
      )}
      <Section title="打电话问">
        {contacts.map(contact => (
          <ContactRow key={contact.phone} contact={contact} />
        ))}
      </Section>
    </>
  )
}
