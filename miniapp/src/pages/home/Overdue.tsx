import type { Home } from '@shared/contract/reading/site'
import { DaysLate, daysLateHeard, daysTo } from '../../components/board/DayBox'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Txt } from '../../elements/dom'
import { shortDay, withoutYear } from '../../format/date'
import { routes } from '../../routes'

type Late = NonNullable<Home['late']>

/** Says of a category what is late: 第三季度晚了 17 天. */
export const lateWords = ({ cause, dueOn }: Late['worst']): string =>
  `${withoutYear(cause)}晚了 ${-daysTo(dueOn)} 天`

interface Props {
  home: Home
  late: Late
}

/** Shows what is due and was not disclosed 到期没有公开: the worst of it, and how many there are. */
export function Overdue({ home: { org }, late: { count, worst } }: Props) {
  const text = `应在${shortDay(worst.dueOn)}前公开`
  const name = `${withoutYear(worst.cause)} ${worst.name}`
  return (
    <Section
      title="到期没有公开"
      aside={<Link className="link" label={`共 ${count} 件，全部`} url={routes.calendar(org.code, 'late')} />}
    >
      <Link
        className="board-row"
        label={`${daysLateHeard(worst.dueOn)}，${name}，${text}`}
        url={routes.calendar(org.code, 'late')}
      >
        <DaysLate dueOn={worst.dueOn} />
        <Txt className="board-row__main">
          <Txt className="board-row__title">{name}</Txt>
          <Txt className="board-row__text">{text}</Txt>
        </Txt>
      </Link>
    </Section>
  )
}
