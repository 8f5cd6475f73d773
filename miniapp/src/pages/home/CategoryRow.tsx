import type { Home } from '@shared/contract/reading/site'
import { lateWords } from './Overdue'
import { Link } from '../../components/controls/Link'
import { Txt } from '../../elements/dom'
import { shortDate, withoutYear } from '../../format/date'
import { routes } from '../../routes'

/** The character of each category 五类 on the board, drawn by its style; others go without. */
const MARKS: Readonly<Record<string, string>> = {
  'poverty-alleviation': 'mark mark--poverty-alleviation',
  'village-finance': 'mark mark--village-finance',
  subsidy: 'mark mark--subsidy',
  'elderly-care': 'mark mark--elderly-care',
  'social-assistance': 'mark mark--social-assistance',
}

interface Props {
  org: string
  category: Home['categories'][number]
}

/** Shows a category: its name, the newest notice with its day, the figure of that notice, and what is late. */
export function CategoryRow({ org, category }: Props) {
  const { code, name, newest, overdue } = category
  const news = newest ? `${shortTitle(newest.title)}·${shortDate(newest.publishedAt)}` : '还没有公开过'
  const figure = newest?.figure
  const late = overdue ? lateWords(overdue) : null
  const said = [name, news, late, figure && `${figure.text}${figure.unit}·${figure.label}`]
  return (
    <Link className="board-row" label={said.filter(Boolean).join('，')} url={routes.category(org, code)}>
      {MARKS[code] && <Txt decorative className={MARKS[code]} />}
      <Txt className="board-row__main">
        <Txt className="board-row__name">{name}</Txt>
        <Txt className="board-row__text">{news}</Txt>
        {late && <Txt className="board-row__fault">{`× ${late}`}</Txt>}
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

/** A title without this year and without 公开 or 公示 at its end, which the board says already. */
const shortTitle = (title: string): string => withoutYear(title).replace(/(?:情况)?(?:公开|公示)$/, '')
