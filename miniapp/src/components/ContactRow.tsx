import type { Contact } from '@shared/contract/people/org'
import { Box, Phone, Txt } from '../elements/dom'

interface Props {
  contact: Contact
}

/** Shows a contact: name, job title and office phone. */
export function ContactRow({ contact: { name, jobTitle, phone } }: Props) {
  return (
    <Box className="contact">
      <Txt>
        <Txt strong>{name}</Txt> {jobTitle}
      </Txt>
      <Phone className="link" label={`打电话给${jobTitle}${name}，${phone}`} phone={phone}>
        {phone}
      </Phone>
    </Box>
  )
}
