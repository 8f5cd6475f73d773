import { dateLabel } from '@shared/common/period'
import type { RemovedNotice } from '@shared/contract/disclosure/removedNotice'
import { Txt } from '../../elements/dom'
import { fullDate } from '../../format/date'
import { routes } from '../../routes'
import { Link } from '../controls/Link'
import { Section } from '../page/Section'

/** Sentences below a removed notice: who and when, on what basis, what it waits for or how it ended. */
export function removedFacts({ at, by, basis, confirmBy, agreed, outcome }: RemovedNotice): string[] {
  return [
    `${fullDate(at)} · ${by}`,
    `依据：${basis}`,
    confirmBy && `等监督机构确认，最晚${dateLabel(confirmBy)}，过期就恢复公开`,
    agreed.length > 0 && agreed.map(one => `${one.body}${one.by}已同意`).join('，'),
    outcome,
  ].filter((text): text is string => Boolean(text))
}

interface RowProps {
  removed: RemovedNotice
  /** Shows the organisation, in lists over several. */
  withOrg?: boolean
  /** Page that the row leads to; by default what stays of the notice. */
  url?: string
}

/** Shows what stays of a withdrawn or erased notice in a list; never its words. */
export function RemovedRow({ removed, withOrg = false, url }: RowProps) {
  const { word, matter, periodLabel, orgName, noticeId } = removed
  const title = `${withOrg ? `${orgName}：` : ''}${matter}`
  const facts = removedFacts(removed)
  const label = [word, title, periodLabel, ...facts].join('，')
  return (
    <Link className="row" label={label} url={url ?? routes.notice(noticeId)}>
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__text">{periodLabel}</Txt>
        <Txt className="state">{`! ${word}`}</Txt>
        {facts.map(text => (
          <Txt key={text} className="row__meta">
            {text}
          </Txt>
        ))}
      </Txt>
    </Link>
  )
}

interface Props {
  org: string
  removed: readonly RemovedNotice[] | undefined
}

/** Shows the withdrawn and erased notices 撤回与删除 of a list, with the way to the whole register. */
export function Removed({ org, removed = [] }: Props) {
  if (removed.length === 0) return null
  return (
    <Section
      title="撤回与删除"
      aside={<Link className="link" label="撤回与删除登记" url={routes.removals(org)} />}
    >
      {removed.map(one => (
        <RemovedRow key={one.id} removed={one} />
      ))}
    </Section>
  )
}
