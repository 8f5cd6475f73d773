import type { NoticeSummary } from '@shared/contract/reading/site'
import { chinaDate } from '@shared/common/period'
import { Link } from '../../components/controls/Link'
import { Box, Heading, Txt } from '../../elements/dom'
import { shortDate, withoutYear } from '../../format/date'
import { routes } from '../../routes'

/** Groups notices by the month in which they were published, in their order. */
function byMonth(notices: readonly NoticeSummary[]): [string, NoticeSummary[]][] {
  const months = new Map<string, NoticeSummary[]>()
  for (const notice of notices) {
    const month = chinaDate(notice.publishedAt).slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), notice])
  }
  return [...months]
}

/** Lists notices by month, the newest first: the months at the left, the figures at the right. */
export function Months({ notices }: { notices: readonly NoticeSummary[] }) {
  const months = byMonth(notices)
  const thisYear = months[0]?.[0].slice(0, 4)
  return (
    <>
      {months.map(([month, ofMonth], at) => {
        const year = month.slice(0, 4)
        const isNew = at === 0 ? year !== thisYear : year !== months[at - 1]?.[0].slice(0, 4)
        return (
          <Box as="section" key={month} className="month">
            <Heading level={2} className="month__head">
              <Txt className="month__number">{Number(month.slice(5))}</Txt>
              <Txt>月</Txt>
              {isNew && <Txt className="month__year">{`${year}年`}</Txt>}
            </Heading>
            <Box className="month__rows">
              {ofMonth.map(notice => (
                <MonthRow key={notice.id} notice={notice} />
              ))}
            </Box>
          </Box>
        )
      })}
    </>
  )
}

function MonthRow({ notice }: { notice: NoticeSummary }) {
  const { id, title, sentence, publishedAt, figure, regardsName } = notice
  const name = withoutYear(title)
  const when = `${regardsName ? `关于${regardsName}，` : ''}${shortDate(publishedAt)}公开`
  const side = figure && `${figure.text}${figure.unit}·${figure.label}`
  return (
    <Link className="board-row" label={`${name}，${when}，${side ?? sentence}`} url={routes.notice(id)}>
      <Txt className="board-row__main">
        <Txt className="board-row__title">{name}</Txt>
        <Txt className="board-row__text">{when}</Txt>
        {!figure && <Txt className="board-row__text">{sentence}</Txt>}
      </Txt>
      {figure && (
        <Txt className="board-row__side">
          <Txt className="board-row__figure">{figure.text}</Txt>
          <Txt className="board-row__unit">{`${figure.unit}·${figure.label}`}</Txt>
        </Txt>
      )}
    </Link>
  )
}
