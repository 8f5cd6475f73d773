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

/** Lists notices of the year without recipients: policies, guides, 本期无发生. */
export function Without({ page: { without } }: { page: PayoutPage }) {
  if (without.length === 0) return null
  return (
    <Section title="没有发放名单的公示">
      {without.map(({ noticeId, title, sentence }) => (
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
