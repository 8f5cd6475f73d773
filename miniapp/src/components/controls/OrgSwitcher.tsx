import { useState } from 'react'
import type { OrgRef } from '@shared/contract/people/org'
import { Box, Press, Txt } from '../../elements/dom'
import { formerWords, isNamed, isTenant, mergedShort } from '../../format/org'
import { TextField } from '../form/TextField'
import { restart, routes } from '../../routes'
import { chooseVillage } from '../../state/village'

interface Props {
  orgs: readonly OrgRef[]
  current: string | null
}

/** Shows the village chooser 切换村: streets that expand to their villages and communities. */
export function OrgSwitcher({ orgs, current }: Props) {
  const home = orgs.find(org => org.code === current)?.parentCode ?? null
  const [open, setOpen] = useState<string | null>(home)
  const [words, setWords] = useState('')
  const streets = orgs.filter(org => orgs.some(other => other.parentCode === org.code && isTenant(other)))
  const wanted = words.trim()
  const named = orgs.filter(org => isTenant(org) && isNamed(org, wanted))
  const search = (
    <TextField
      id="org-words"
      label="按名字找"
      help="曾用名也能找到"
      kind="search"
      maxLength={30}
      value={words}
      onChange={setWords}
    />
  )
  if (wanted !== '') {
    return (
      <>
        {search}
        {named.length === 0 && <Box as="p">{`没有叫“${wanted}”的村（社区）。`}</Box>}
        {named.map(org => (
          <Choice key={org.code} org={org} chosen={org.code === current} />
        ))}
      </>
    )
  }
  return (
    <>
      {search}
      {streets.map(street => (
        <Box key={street.code} as="section">
          <Press
            className="tree__branch"
            label={`${street.name}，${open === street.code ? '收起' : '展开'}`}
            expanded={open === street.code}
            onPress={() => setOpen(open === street.code ? null : street.code)}
          >
            <Txt>{street.name}</Txt>
            <Txt className="tree__sign">{open === street.code ? '收起' : '展开'}</Txt>
          </Press>
          {open === street.code && (
            <Box className="tree__leaves">
              {orgs
                .filter(org => org.parentCode === street.code && isTenant(org))
                .map(org => (
                  <Choice key={org.code} org={org} chosen={org.code === current} />
                ))}
            </Box>
          )}
        </Box>
      ))}
    </>
  )
}

function Choice({ org, chosen }: { org: OrgRef; chosen: boolean }) {
  const url = routes.home(org.code)
  const about = mergedShort(org) || formerWords(org)
  const choose = () => {
    chooseVillage(org.code)
    restart(url)
  }
  return (
    <Press className="row" label={chosen ? `${org.name}，✓ 正在看` : org.name} url={url} onPress={choose}>
      <Txt className="row__title">{org.name}</Txt>
      {about !== '' && <Txt className="row__meta">{about}</Txt>}
      {chosen && <Txt className="state state--ok">✓ 正在看</Txt>}
    </Press>
  )
}
