import type { PayoutPage } from '@shared/contract/reading/payout'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Txt } from '../../elements/dom'
import { routes } from '../../routes'

/** Shows contradictions 对不上的地方 between notices, each with a link to the notice. */
export function Doubts({ page: { doubts } }: { page: PayoutPage }) {
  if (doubts.length === 0) return null
  return (
    <Section title="对不上的地方">
      {doubts.map(({ noticeId, text }) => (
        <Link key={text} className="row" label={text} url={routes.notice(noticeId)}>
          <Txt className="row__main">
            <Txt className="state">{`! ${text}`}</Txt>
          </Txt>
        </Link>
      ))}
    </Section>
  )
}

/** Lists what is only proposed 公示中: not paid, and not counted. */
export const Pending = ({ page: { pending = [] } }: { page: PayoutPage }) => (
  <Mentioned title="公示中，还没有发，没有算进来" notices={pending} />
)

/** Lists notices of the year without recipients: policies, guides, 本期无发生. */
export const Without = ({ page: { without } }: { page: PayoutPage }) => (
  <Mentioned title="没有发放名单的公示" notices={without} />
)

function Mentioned({ title: head, notices }: { title: string; notices: PayoutPage['without'] }) {
  if (notices.length === 0) return null
  return (
    <Section title={head}>
      {notices.map(({ noticeId, title, sentence }) => (
        <Link key={noticeId} className="row" label={`${title}，${sentence}`} url={routes.notice(noticeId)}>
          <Txt className="row__main">
            <Txt className="row__title">{title}</Txt>
            <Txt className="row__meta">{sentence}</Txt>
          </Txt>
        </Link>
      ))}
    </Section>
  )
}
