import { Link } from '../../../components/controls/Link'
import { Box, Txt } from '../../../elements/dom'
import { routes } from '../../../routes'
import type { Own } from './useOwnLines'

interface Props extends Pick<Own, 'lines' | 'asked'> {
  /** The period is over: names have been replaced by sums. */
  folded: boolean
}

/** Shows the reader's own lines above the list 您家, or the way to see them. */
export function OwnLines({ lines, asked, folded }: Props) {
  if (asked) {
    return (
      <Box className="own unprinted">
        <Box as="p">
          {folded
            ? '公示已经结束，名单不再显示姓名。想看自己家的，登录后点下面；想看名单，带身份证到村（居）委会。'
            : '想知道有没有您家，登录后点下面，只有您自己看得到。'}
        </Box>
        <Link className="link" label="看我家的" url={routes.household()} />
      </Box>
    )
  }
  if (lines.length === 0) return null
  return (
    <Box as="section" className="own unprinted">
      <Txt className="own__only">只有您看得到</Txt>
      {lines.map(({ scheme, standard, persons, amount }) => (
        <Box key={`${scheme}${amount}`} className="own__line">
          <Txt className="own__what">{`您家 ${[scheme, standard, `${persons} 人`].filter(Boolean).join('，')}`}</Txt>
          <Txt className="own__amount">{`${amount}元`}</Txt>
        </Box>
      ))}
    </Box>
  )
}
