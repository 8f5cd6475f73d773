import { useState } from 'react'
import type { Contact } from '@shared/contract/people/org'
import { ContactRow } from '../../../../components/ContactRow'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { useFaults } from '../../../../hooks/useFaults'
import { written } from './draft'
import { PublicFirst } from './PublicFirst'
import { Ticks } from '../../Ticks'

/** Most items of one application, as the server takes them. */
const MOST_ITEMS = 20

interface Props {
  /** Place that one reads: what is public there is shown first. */
  reads: string
  items: string[]
  contacts: readonly Contact[]
  onChange: (items: string[]) => void
  onNext: () => void
}

/** Step 1 要什么: item by item, with what is already public shown while one writes. */
export function WhatStep({ reads, items, contacts, onChange, onNext }: Props) {
  const [last, setLast] = useState(items[0] ?? '')
  const { faults, hold } = useFaults<'items'>(() => 'asked-0')
  const set = (at: number, value: string) => {
    setLast(value)
    onChange(items.map((item, index) => (index === at ? value : item)))
  }
  const add = (more: string[]) => {
    const kept = written({ items })
    onChange([...kept, ...more.filter(item => !kept.includes(item))].slice(0, MOST_ITEMS))
    setLast(more[0] ?? last)
  }
  const next = () => {
    if (hold([['items', written({ items }).length > 0, '请写您要什么，至少一件']])) onNext()
  }
  return (
    <>
      {items.map((item, at) => (
        <TextField
          key={at}
          id={`asked-${at}`}
          label={at === 0 ? '您想要什么？' : `第 ${at + 1} 件`}
          required={at === 0}
          multiline={at === 0}
          maxLength={500}
          help={
            at === 0
              ? '写清楚是哪件事、哪一年、哪个村，越具体越快。一件写一处，每一件单独答复。不用写为什么要。'
              : undefined
          }
          fault={at === 0 ? faults.items : undefined}
          value={item}
          onChange={value => set(at, value)}
        />
      ))}
      <PublicFirst org={reads} text={last} />
      {items.length < MOST_ITEMS && (
        <Box className="buttons">
          <Button look="plain" label="再加一件" onPress={() => onChange([...items, ''])} />
        </Box>
      )}
      <Ticks onAdd={add} />
      {contacts.length > 0 && (
        <Section title="请人帮写">
          {contacts.map(contact => (
            <ContactRow key={contact.phone} contact={contact} />
          ))}
        </Section>
      )}
      <Box className="buttons">
        <Button wide label="下一步：怎么给您" onPress={next} />
      </Box>
    </>
  )
}
