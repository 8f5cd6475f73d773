import { useState } from 'react'
import type { OrgContacts } from '@shared/contract/people/orgContacts'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { SelectField } from '../../../components/form/SelectField'
import { TextField } from '../../../components/form/TextField'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'
import { bodyOf, type ContactsDraft, draftOf, NOBODY, UNITS } from './draft'

interface Props {
  known: OrgContacts
  onChange: () => void
}

/** The form of those who keep the contacts; what is written stays when somebody else was faster. */
export function ContactsForm({ known, onChange }: Props) {
  const [draft, setDraft] = useState(() => draftOf(known))
  const [kept, setKept] = useState(false)
  const write = useAction(onChange)
  const change = (part: Partial<ContactsDraft>) => {
    setKept(false)
    setDraft({ ...draft, ...part })
  }
  const send = async () => {
    const request = { params: { code: known.org.code }, body: bodyOf(draft, known.version) }
    if (await write.run(key => api('PUT /orgs/:code/contacts', request, key))) {
      setKept(true)
      onChange()
    }
  }
  return (
    <>
      <People contacts={draft.contacts} onChange={contacts => change({ contacts })} />
      <Section title="办公和监督">
        <TextField
          id="org-address"
          label="办公地址"
          maxLength={60}
          value={draft.address}
          onChange={address => change({ address })}
        />
        <TextField
          id="org-hours"
          label="办公时间"
          help="例如：周一至周五 9:00—17:00"
          maxLength={60}
          value={draft.officeHours}
          onChange={officeHours => change({ officeHours })}
        />
        <TextField
          id="org-supervisor"
          label="监督机构"
          help="写全名，例如：村务监督委员会"
          maxLength={40}
          value={draft.supervisorName}
          onChange={supervisorName => change({ supervisorName })}
        />
        <TextField
          id="org-days"
          label="异议几天内答复"
          kind="integer"
          help={`不写就按 ${known.answerInherited}`}
          maxLength={2}
          value={draft.days}
          onChange={days => change({ days })}
        />
        <SelectField
          id="org-unit"
          label="怎样算天数"
          value={draft.unit}
          options={UNITS}
          onChange={unit => change({ unit: unit === 'working-day' ? unit : 'calendar-day' })}
        />
      </Section>
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button label="存好" disabled={write.busy} onPress={() => void send()} />
      </Box>
      <Box live="polite">{kept && <Txt className="state state--ok">✓ 存好了，公开栏上已经是新的</Txt>}</Box>
    </>
  )
}

interface PeopleProps {
  contacts: ContactsDraft['contacts']
  onChange: (contacts: ContactsDraft['contacts']) => void
}

function People({ contacts, onChange }: PeopleProps) {
  const set = (index: number, part: Partial<ContactsDraft['contacts'][number]>) =>
    onChange(contacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)))
  return (
    <Section title="联系人">
      {contacts.map((contact, index) => {
        const nth = contacts.length > 1 ? `第 ${index + 1} 位` : ''
        return (
          <Box key={index}>
            <TextField
              id={`org-name-${index}`}
              label={`${nth}姓名`}
              maxLength={20}
              value={contact.name}
              onChange={name => set(index, { name })}
            />
            <TextField
              id={`org-title-${index}`}
              label={`${nth}职务`}
              maxLength={30}
              value={contact.jobTitle}
              onChange={jobTitle => set(index, { jobTitle })}
            />
            <TextField
              id={`org-phone-${index}`}
              label={`${nth}办公电话`}
              help="座机连区号，或 12345 这样的热线；个人手机号不公开"
              maxLength={30}
              value={contact.phone}
              onChange={phone => set(index, { phone })}
            />
            {contacts.length > 1 && (
              <Button
                look="plain"
                label={`去掉${nth}`}
                onPress={() => onChange(contacts.filter((_, at) => at !== index))}
              />
            )}
          </Box>
        )
      })}
      <Box className="buttons">
        <Button look="plain" label="再加一位" onPress={() => onChange([...contacts, NOBODY])} />
      </Box>
    </Section>
  )
}
