import { chinaDate } from '@shared/common/period'
import type { OrgPage } from '@shared/contract/reading/site'
import { Box } from '../../elements/dom'
import { formerWords, mergedWords, nameThen } from '../../format/org'
import { routes } from '../../routes'
import { Link } from '../controls/Link'

interface Props {
  org: OrgPage
  /** Instant at which what is shown was published; absent: the organisation itself is shown. */
  publishedAt?: string
}

/** Shows what has become of an organisation: merged into another, renamed; nothing otherwise. */
export function OrgNow({ org, publishedAt }: Props) {
  const { mergedInto } = org
  const merged = mergedWords(org)
  const name = publishedAt ? nameThen(org, chinaDate(new Date(publishedAt))) : formerWords(org)
  return (
    <>
      {name !== '' && (
        <Box as="p" className="small">
          {name}
        </Box>
      )}
      {mergedInto && (
        <Box as="p" className="state">
          {merged}
          <Link className="link" label={`看${mergedInto.name}`} url={routes.home(mergedInto.code)} />
        </Box>
      )}
    </>
  )
}
