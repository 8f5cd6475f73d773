import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { OrgContacts } from '@shared/contract/people/orgContacts'
import type { OrgList } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'
import { SelectField } from '../../../../components/form/SelectField'
import { ContactRow } from '../../../../components/ContactRow'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { NothingAsked } from '../../../../components/page/NothingAsked'
import { NotLoaded } from '../../../../components/page/NotLoaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useMe } from '../../../../state/session'
import { ContactsForm } from '../../contacts/ContactsForm'
import { daysWords } from '../../contacts/draft'
import { placesOf } from '../../places'

/** Shows 机构与联系人: what an organisation says of itself, the form of those who keep it, and who changed what. */
export default function ContactsPage() {
  const { org } = useParams()
  const me = useMe()
  return (
    <Frame title="机构与联系人" narrow>
      <LoginGate>{me && (org ? <Contacts me={me} org={org} /> : <AnyContacts me={me} />)}</LoginGate>
    </Frame>
  )
}

/** Opened without an organisation, as by an administrator: one of the own area is chosen. */
function AnyContacts({ me }: { me: Me }) {
  const orgs = useResource<OrgList>('orgs', () => api('GET /orgs'))
  const [org, setOrg] = useState(orgsOf(me)[0]?.value ?? '')
  const places = placesOf(me, orgs.data?.items ?? [])
  return (
    <>
      <NotLoaded what="机构名单" resource={orgs} />
      {places.length > 1 && (
        <SelectField id="contacts-place" label="哪个机构" value={org} options={places} onChange={setOrg} />
      )}
      {org ? <Contacts key={org} me={me} org={org} /> : <NothingAsked />}
    </>
  )
}

function Contacts({ me, org }: { me: Me; org: string }) {
  const page = useResource<OrgContacts>(
    `contacts:${me.id}:${org}`,
    () => api('GET /orgs/:code/contacts', { params: { code: org } }),
    IN_WORK,
  )
  return (
    <LoginGate error={page.error}>
      <Loaded resource={page}>
        {known => (
          <>
            <Box as="header" className="board">
              <Heading level={1} className="board__name">
                {`${known.org.name}：机构与联系人`}
              </Heading>
              <Box as="p" className="lead">
                存好以后，公开栏上马上显示；以前公开的公示单照旧，从此公开的印新的。
              </Box>
            </Box>
            {known.mayKeep ? (
              <ContactsForm key={known.org.code} known={known} onChange={page.reload} />
            ) : (
              <Known {...known} />
            )}
            <History history={known.history} />
          </>
        )}
      </Loaded>
    </LoginGate>
  )
}

function Known({ contacts, address, officeHours, answerDays, answerInherited, supervisorName }: OrgContacts) {
  const facts = [
    { label: '办公地址', value: address },
    { label: '办公时间', value: officeHours },
    { label: '答复期限', value: answerDays ? daysWords(answerDays) : answerInherited },
    { label: '监督机构', value: supervisorName },
  ].filter(({ value }) => value)
  return (
    <Section title="现在的">
      {contacts.map(contact => (
        <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
      ))}
      {facts.map(({ label, value }) => (
        <Box as="p" key={label}>{`${label}：${value}`}</Box>
      ))}
      <Box as="p" className="small">
        要改的，请找本机构负责人或街道。
      </Box>
    </Section>
  )
}

function History({ history }: Pick<OrgContacts, 'history'>) {
  if (history.length === 0) return null
  return (
    <Section title="谁改过什么">
      {history.map(({ at, by, label, from, to }) => (
        <Box key={`${at}${label}`} className="row">
          <Txt className="row__main">
            <Txt className="row__title">{`${label}：${to || '去掉了'}`}</Txt>
            <Txt className="row__meta">{`原来：${from || '没有写'}`}</Txt>
            <Txt className="row__meta">{`${fullDate(at)}，${by}`}</Txt>
          </Txt>
        </Box>
      ))}
    </Section>
  )
}
