import { Link } from '../../components/controls/Link'
import { Box, Txt } from '../../elements/dom'
import { routes } from '../../routes'
import type { Own } from './useOwnLines'

/** Shows the reader's own lines above the list 您家, or the way to see them. */
export function OwnLines({ lines, asked }: Pick<Own, 'lines' | 'asked'>) {
  if (asked) {
    return (
      <Box className="buttons unprinted">
        <Link className="button button--plain" label="看我家的" url={routes.household()} />
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
