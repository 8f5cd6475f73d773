import type { Tombstone } from '@shared/contract/disclosure/notice'
import { dateLabel } from '@shared/common/period'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { saidCode } from '@shared/presentation/shortCode'
import type { NoticePage } from '@shared/contract/reading/site'
import { Fact } from '../../components/Fact'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box, Heading, Txt } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { routes } from '../../routes'
import { ContactRow } from '../../components/ContactRow'
import { Editions } from './Editions'

interface Props {
  page: NoticePage
  tombstone: Tombstone
}

/** Whether the supervising body has confirmed, or until when it may. */
function standingOf({ confirmBy, agreed, outcome, word }: RemovedNotice): string {
  if (confirmBy) return `等监督机构确认，最晚${dateLabel(confirmBy)}，过期就恢复公开`
  return [...agreed.map(({ body, by }) => `${body}${by}已确认`), outcome].filter(Boolean).join('；') || word
}

/** Shows the remains of a withdrawn edition: body, time, reason and hash, and what was published in its place. */
export function Withdrawn({ page, tombstone }: Props) {
  const { notice, removal } = page
  const { by, at, reason, sha256, instead } = tombstone
  return (
    <Box as="article">
      <Heading level={1} className="title">
        {notice.title}
      </Heading>
      <Box as="p">
        <Txt className="state state--late">× 内容已经撤回，不再公开</Txt>
      </Box>
      <Fact label="谁公开的" value={notice.orgName} />
      <Fact label="何时公开" value={fullDate(notice.publishedAt)} />
      <Fact label="第几版" value={`第 ${notice.edition} 版`} />
      <Fact label="谁撤回的" value={by} />
      <Fact label="何时撤回" value={fullDate(at)} />
      <Fact label="为什么撤回" value={reason} />
      {removal && <Fact label="确认" value={standingOf(removal)} />}
      {instead && <Link label="看留下的那一条" url={routes.notice(instead)} />}
      <Box as="p" className="note">
        原内容的指纹（SHA-256），公开的总账里也记着：
      </Box>
      <Box as="p" className="hash">
        {sha256}
      </Box>
      <Link label="撤回与删除登记" url={routes.removals(notice.orgCode)} />
      <Link label="核验存证" url={routes.check(notice.id, notice.edition)} />
      <Editions page={page} />
      <Section title="有疑问">
        <Box as="p">{`打电话时报短码 ${saidCode(notice.id)}。`}</Box>
        {page.org.contacts.map(contact => (
          <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
        ))}
      </Section>
    </Box>
  )
}
