import type { NoticeSummary } from '@shared/contract/reading/site'
import { Txt } from '../elements/dom'
import { shortDate } from '../format/date'
import { routes } from '../routes'
import { Link } from './controls/Link'

interface Props {
  notice: NoticeSummary
  /** Shows the publishing organisation, in lists over several. */
  withOrg?: boolean
  /** Reason for a search hit. */
  why?: string
}

/** Shows a notice in a list: title, summary sentence, date and period. */
export function NoticeRow({ notice, withOrg = false, why }: Props) {
  const date = shortDate(notice.publishedAt)
  const about = notice.regardsName && `关于${notice.regardsName}`
  const meta = [withOrg && notice.orgName, about, notice.periodLabel, `${date}公开`]
    .filter(Boolean)
    .join(' · ')
  const label = [notice.title, notice.sentence, why, meta].filter(Boolean).join('，')
  return (
    <Link className="row" label={label} url={routes.notice(notice.id)}>
      <Txt className="row__main">
        <Txt className="row__title">{notice.title}</Txt>
        <Txt className="row__text">{notice.sentence}</Txt>
        {why && <Txt className="row__meta">{why}</Txt>}
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
    </Link>
  )
}
