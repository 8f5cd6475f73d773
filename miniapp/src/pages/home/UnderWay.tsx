import type { Home, MatterUnderWay, OpenNotice } from '@shared/contract/reading/site'
import { DaysLeft, daysLeftHeard } from '../../components/board/DayBox'
import { Pips } from '../../components/board/Pips'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Txt } from '../../elements/dom'
import { shortDay, withoutYear } from '../../format/date'
import { routes } from '../../routes'

/** Shows the notices in their publicity period 现在可以提意见, the first to end first. */
export function OpenNotices({ notices }: { notices: readonly OpenNotice[] }) {
  return (
    <Section title="现在可以提意见">
      {notices.map(({ id, title, until, objections }) => {
        const said = objections > 0 ? `有 ${objections} 件异议在等答复` : '还没有人提异议'
        const text = `公示到${shortDay(until)}，${said}`
        const name = withoutYear(title)
        return (
          <Link
            key={id}
            className="board-row"
            label={`${daysLeftHeard(until)}，${name}，${text}`}
            url={routes.notice(id)}
          >
            <DaysLeft until={until} />
            <Txt className="board-row__main">
              <Txt className="board-row__title">{name}</Txt>
              <Txt className="board-row__text">{text}</Txt>
            </Txt>
          </Link>
        )
      })}
    </Section>
  )
}

/** Shows what differs from the street's disclosures 和街道公开的对不上. */
export function Differing({ matters }: { matters: NonNullable<Home['differing']> }) {
  return (
    <Section title="和街道公开的不一样">
      {matters.map(({ noticeId, name, periodLabel }) => {
        const title = `${withoutYear(periodLabel)} ${name}`
        return (
          <Link
            key={noticeId}
            className="board-row"
            label={`${title}，两边对不上，看差在哪`}
            url={routes.alongside(noticeId)}
          >
            <Txt className="board-row__main">
              <Txt className="board-row__title">{title}</Txt>
              <Txt className="board-row__fault">× 两边对不上，看差在哪</Txt>
            </Txt>
          </Link>
        )
      })}
    </Section>
  )
}

interface Props {
  org: string
  place: string
  matters: readonly MatterUnderWay[]
}

/** Shows the collective matters under way 正在办的事, each with the step that it waits for and its money. */
export function UnderWay({ org, place, matters }: Props) {
  return (
    <Section
      title={`${place}里正在办的事`}
      aside={<Link className="link" label="全部" url={routes.cases(org)} />}
    >
      {matters.map(({ id, title, step, steps, stepName, amount }) => {
        const text = `第 ${step} 步，等${stepName}`
        return (
          <Link
            key={id}
            className="board-row"
            label={`${title}，${text}${amount ? `，${amount}元` : ''}`}
            url={routes.caseOf(id)}
          >
            <Txt className="board-row__main">
              <Txt className="board-row__title">{title}</Txt>
              <Txt className="board-row__text">{text}</Txt>
              <Pips step={step} steps={steps} />
            </Txt>
            {amount && (
              <Txt className="board-row__side">
                <Txt className="board-row__amount">{amount}</Txt>
                <Txt className="board-row__unit">元</Txt>
              </Txt>
            )}
          </Link>
        )
      })}
    </Section>
  )
}
