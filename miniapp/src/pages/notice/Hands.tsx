import type { NoticePage } from '@shared/contract/reading/site'
import { saidCode } from '@shared/presentation/shortCode'
import { lastDay } from '@shared/presentation/publicityWords'
import { TimelineRow } from '../../components/board/TimelineRow'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { shortDate, shortDay } from '../../format/date'
import { routes } from '../../routes'

/** Post of the author on the day of publication; of an older edition, the organisation alone. */
const postOf = ({ notice, printed }: NoticePage): string =>
  printed?.contacts.find(({ name }) => name === notice.author)?.jobTitle ?? notice.orgName

/** Post of who signed off; a post often names its body already. */
const signedAs = ({ body, role }: NonNullable<NoticePage['signOff']>): string =>
  role.startsWith(body) ? role : `${body}${role}`

/** Shows whose hands the notice went through 谁写、谁审、谁定: name, post and day of each. */
export function Hands({ page }: { page: NoticePage }) {
  const { notice, signOff, meeting, publicity } = page
  const until = shortDay(lastDay(publicity))
  return (
    <Section title="谁写、谁审、谁定">
      <Box as="ul" className="way">
        <TimelineRow look="done" name={`${notice.author} 写`} notes={[postOf(page)]} />
        {signOff && (
          <TimelineRow
            look={signOff.opinion === 'agree' ? 'done' : 'stopped'}
            name={`${signOff.name} 审`}
            aside={shortDate(signOff.at)}
            notes={[
              `${signedAs(signOff)}，${signOff.opinion === 'agree' ? '同意公开' : '有异议'}`,
              signOff.reason,
            ]}
          />
        )}
        {!signOff && <TimelineRow look="stopped" name="没有审核记录" />}
        {meeting && (
          <TimelineRow
            look="done"
            name="联席会议 定"
            aside={shortDay(meeting.heldOn)}
            notes={[meeting.decision]}
          />
        )}
        <TimelineRow
          look={publicity.over ? 'done' : 'now'}
          name={publicity.over ? '公示结束' : '公示中'}
          aside={publicity.over ? until : `到${until}`}
          notes={[
            `${shortDate(notice.publishedAt)}公开，第 ${notice.edition} 版`,
            `短码 ${saidCode(notice.id)}，打电话时报这个号`,
          ]}
        />
      </Box>
      <Link
        className="button button--plain button--wide"
        label="核验有没有被改动"
        url={routes.check(notice.id, notice.edition)}
      />
    </Section>
  )
}
