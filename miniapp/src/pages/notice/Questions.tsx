import type { NoticePage } from '@shared/contract/reading/site'
import { ContactRow } from '../../components/ContactRow'
import { Ways } from '../../components/board/Ways'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { objectionWords } from '../../format/objectionWords'
import { routes } from '../../routes'

/** Shows what to do with a question 有疑问: object, see what others said, compare, call. */
export function Questions({ page }: { page: NoticePage }) {
  const { notice, org, objections } = page
  const answer = org.answer ? `${org.answer}内答复您` : '村（社区）会答复您'
  const ways = [
    { name: '提意见', text: answer, url: routes.point(notice.id) },
    { name: '大家提的意见', text: objectionWords(objections), url: routes.asked(notice.id) },
    { name: '和街道公开的比一比', text: '两边公开的对不对得上', url: routes.alongside(notice.id) },
  ]
  return (
    <Section title="有疑问">
      <Ways ways={ways} />
      {org.contacts.map(contact => (
        <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
      ))}
      <Box as="p" className="small">{`也可以到${org.words.place}里查原始凭证。`}</Box>
    </Section>
  )
}
