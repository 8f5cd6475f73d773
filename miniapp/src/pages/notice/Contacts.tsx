import type { NoticePage } from '@shared/contract/reading/site'
import { ContactRow } from '../../components/ContactRow'
import { Box, FeedbackButton, Txt } from '../../elements/dom'

/** Shows contacts and the notice's short code. */
export function Contacts({ page: { notice, org } }: { page: NoticePage }) {
  return (
    <>
      <Box as="p">
        {`觉得不对，可以打电话问，也可以到${org.words.place}里查原始凭证。请报公示编号：`}
        <Txt className="hash">{notice.id}</Txt>
      </Box>
      {org.contacts.map(contact => (
        <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
      ))}
      <FeedbackButton className="button button--plain button--wide" label="写下意见">
        写下意见
      </FeedbackButton>
    </>
  )
}
