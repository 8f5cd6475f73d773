import type { NoticePage } from '@shared/contract/reading/site'
import { ContactRow } from '../../components/ContactRow'
import { Link } from '../../components/controls/Link'
import { Box, Heading } from '../../elements/dom'
import { routes } from '../../routes'

/** Warns above everything else that the record shown is not the one that was published. */
export function Mismatch({ page: { notice, org } }: { page: NoticePage }) {
  return (
    <Box className="mismatch" live="assertive">
      <Heading level={2} className="mismatch__head">
        × 这一页和公开时的不一样，可能被人改过
      </Heading>
      <Box as="p">下面的金额和名单先不要当真。请截图留下这一页，打电话问清楚，也可以拨打 12345 反映。</Box>
      {org.contacts.map(contact => (
        <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
      ))}
      <Link label="看看哪里对不上" url={routes.check(notice.id, notice.edition)} />
    </Box>
  )
}
