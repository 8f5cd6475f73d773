import { dateLabel } from '@shared/common/period'
import type { NoticePage } from '@shared/contract/reading/site'
import { Fact } from '../../components/Fact'
import { Link } from '../../components/controls/Link'
import { Fold } from '../../components/page/Fold'
import { Section } from '../../components/page/Section'
import { Stamp } from '../../components/Stamp'
import { Box } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { routes } from '../../routes'
import { Channels } from './Channels'
import { Contacts } from './Contacts'
import { Editions } from './Editions'
import { publicityWords } from '@shared/presentation/publicityWords'
import type { LedgerCheck } from './ledgerCheck'
import { Verify } from './Verify'
import { Wall } from './Wall'

/** Shows legal basis, sign-off, verification and contacts; a side column on wide screens. */
export function Proof({ page, check }: { page: NoticePage; check: LedgerCheck }) {
  const { notice, org, item, presented } = page
  return (
    <Box as="aside" label="这条公示的依据和审核">
      <Responsible page={page} />
      <Section title="核验">
        <Verify check={check} sha256={presented.sha256} />
        <Link label="核验存证" url={routes.check(notice.id, notice.edition)} />
      </Section>
      <Channels page={page} />
      <Editions page={page} />
      <Objections page={page} />
      <Wall page={page} />
      <Fold label="为什么公开这个" note={item.path[item.path.length - 1]}>
        <Box as="p">{`${item.orgName}公开目录要求：`}</Box>
        <Link label={item.path.join(' › ')} url={routes.item(item.id, org.code)} />
        <Box as="p" className="small">{`领域：${item.area}`}</Box>
      </Fold>
    </Box>
  )
}

/** Shows the responsible people and the relevant dates. */
function Responsible({ page }: { page: NoticePage }) {
  const { notice, signOff, meeting, publicity, editions } = page
  const reason = editions.find(({ edition }) => edition === notice.edition)?.reason ?? null
  return (
    <Section title="谁写的、谁监督">
      <Fact label="谁写的" value={`${notice.orgName} ${notice.author}`} />
      <Fact label="谁监督" value={signOff && `${signOff.body} ${signOff.name}`} />
      <Stamp signOff={signOff} />
      <Fact label="联席会议" value={meeting && `${dateLabel(meeting.heldOn)}：${meeting.decision}`} />
      <Fact label="何时公开" value={fullDate(notice.publishedAt)} />
      <Fact label="公示到哪天" value={publicityWords(publicity)} />
      <Fact label="期限依据" value={publicity.basis} />
      <Fact label="第几版" value={`第 ${notice.edition} 版`} />
      <Fact label="为什么更正" value={reason} />
    </Section>
  )
}

function Objections({ page }: { page: NoticePage }) {
  const { id } = page.notice
  const { open, answered, settled } = page.objections
  return (
    <Section title="有异议">
      <Box as="p">{`${open} 件在办，${answered} 件已答复，${settled} 件办结。`}</Box>
      <Box className="buttons">
        <Link className="button" label="提出异议" url={routes.point(id)} />
        <Link className="button button--plain" label="大家提的异议" url={routes.asked(id)} />
      </Box>
      <Contacts page={page} />
    </Section>
  )
}
