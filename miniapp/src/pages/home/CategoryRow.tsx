import type { Home } from '@shared/contract/reading/site'
import { Link } from '../../components/controls/Link'
import { Txt } from '../../elements/dom'
import { shortDate } from '../../format/date'
import { routes } from '../../routes'

interface Props {
  org: string
  category: Home['categories'][number]
}

/** Shows a category: name, newest title and date, number this quarter. */
export function CategoryRow({ org, category }: Props) {
  const { code, name, newest, countThisQuarter } = category
  const count = `本季 ${countThisQuarter} 条`
  const news = newest ? `${shortDate(newest.publishedAt)} ${newest.title}` : '还没有公开过'
  return (
    <Link className="category" label={`${name}，${count}，${news}`} url={routes.category(org, code)}>
      <Txt className="category__line">
        <Txt className="category__name">{name}</Txt>
        <Txt className="category__count">{count}</Txt>
      </Txt>
      <Txt className="category__newest">{news}</Txt>
    </Link>
  )
}
