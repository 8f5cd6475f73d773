import type { Contact } from '@shared/contract/people/org'
import { Box, Phone, Txt } from '../elements/dom'

interface Props {
  contact: Contact
}

/** Shows a contact: name, job title and office phone. */
export function ContactRow({ contact: { name, duty, phone } }: Props) {
  return (
    <Box className="contact">
      <Txt>
        <Txt strong>{name}</Txt> {duty}
      </Txt>
      <Phone className="link" label={`打电话给${duty}${name}，${phone}`} phone={phone}>
        {phone}
      </Phone>
    </Box>
  )
}
