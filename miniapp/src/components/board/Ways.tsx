import { Link } from '../controls/Link'
import { Txt } from '../../elements/dom'

export interface Way {
  name: string
  text: string
  url: string
  /** Name of its picture in the set of icons. */
  icon?: string
}

/** Rows that lead on, each with what is behind it. */
export const Ways = ({ ways }: { ways: readonly Way[] }) => (
  <>
    {ways.map(({ name, text, url, icon }) => (
      <Link key={name} className="board-row" label={`${name}，${text}`} url={url}>
        {icon !== undefined && <Txt decorative className={`ic ic--${icon}`} />}
        <Txt className="board-row__main">
          <Txt className="board-row__title">{name}</Txt>
          <Txt className="board-row__text">{text}</Txt>
        </Txt>
        <Txt decorative className="ic ic--next ic--small" />
      </Link>
    ))}
  </>
)
