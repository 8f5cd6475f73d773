import { Txt } from '../../elements/dom'
import { Link } from '../controls/Link'

interface Props {
  /** Who checked it and when. */
  who: string
  rest: string
  /** Draws the seal: only from a stored consent. */
  sealed: boolean
  url: string
}

/** Shows who checked it, under the figure; leads to the evidence. */
export const StampLine = ({ who, rest, sealed, url }: Props) => (
  <Link className="stampline" label={`${who}，${rest}，看核验`} url={url}>
    {sealed && <Txt decorative className="seal" />}
    <Txt className="stampline__text">
      <Txt className="stampline__who">{who}</Txt>
      <Txt className="stampline__rest">{rest}</Txt>
    </Txt>
  </Link>
)
