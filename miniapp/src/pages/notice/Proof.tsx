import type { NoticePage } from '@shared/schemas/reading'
import { ContactRow } from '../../components/ContactRow'
import { Link } from '../../components/Link'
import { Section } from '../../components/Section'
import { Stamp } from '../../components/Stamp'
import { Box, FeedbackButton, Txt } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { routes } from '../../routes'
import { Verify } from './Verify'

/** What makes a notice trustworthy: why, who checked, is it unchanged, whom to ask. A side column where there is room. */
export function Proof({ page }: { page: NoticePage }) {
  const { notice, org, item, signOff, editions, erasures = [], presented, objections } = page
  return (
    <Box as="aside" label="这条公示的依据和审核">
      <Section title="为什么公开">
        <Box as="p">{`${item.orgName}公开目录要求：`}</Box>
        <Link label={item.path.join(' › ')} url={routes.item(item.id, org.code)} />
        <Box as="p" className="small">{`领域：${item.area}`}</Box>
      </Section>
      <Section title="谁审核">
        <Stamp signOff={signOff} />
        <Box as="p" className="note">{`经办：${notice.author}`}</Box>
      </Section>
      <Section title="核验">
        <Verify presented={presented} />
        <Link label="核验存证" url={routes.check(notice.id)} />
        {editions.map(({ edition, publishedAt, reason }) => (
          <Box key={edition} as="p" className="note">
            {`第 ${edition} 版 ${fullDate(publishedAt)}公开${reason ? `，更正原因：${reason}` : ''}`}
          </Box>
        ))}
        {erasures.map(({ edition, at, basis }) => (
          <Box key={`erased${edition}`} as="p" className="note">
            {`第 ${edition} 版已于${fullDate(at)}依法删除，依据：${basis}`}
          </Box>
        ))}
      </Section>
      <Section title="有异议">
        <Box as="p">
          {`${objections.open} 件在办，${objections.answered} 件已答复，${objections.settled} 件办结。`}
        </Box>
        <Box as="p">
          {`觉得不对，可以打电话问，也可以到${org.words.place}里查原始凭证。请报公示编号：`}
          <Txt className="hash">{notice.id}</Txt>
        </Box>
        {org.contacts.map(contact => (
          <ContactRow key={`${contact.duty}${contact.name}`} contact={contact} />
        ))}
        <Box className="buttons">
          <Link className="button" label="提出异议" url={routes.point(notice.id)} />
          <Link className="button button--plain" label="大家提的异议" url={routes.asked(notice.id)} />
        </Box>
        <FeedbackButton className="button button--plain button--wide" label="写下意见">
          写下意见
        </FeedbackButton>
      </Section>
    </Box>
  )
}
