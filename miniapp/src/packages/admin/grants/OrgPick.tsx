import { useState } from 'react'
import type { Me } from '@shared/contract/people/auth'
import type { OrgRef } from '@shared/contract/people/org'
import { SelectField } from '../../../components/form/SelectField'
import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import { isNamed } from '../../../format/org'

/** Most organisations that are offered without a name. */
const OFFERED = 30

/** Organisations in which the person administrates: their own and all below. */
export function areaOf(me: Me, orgs: readonly OrgRef[]): OrgRef[] {
  const own = new Set(me.roles.map(({ orgCode }) => orgCode))
  const parents = new Map(orgs.map(({ code, parentCode }) => [code, parentCode]))
  const isInside = (code: string | null | undefined): boolean =>
    code !== null && code !== undefined && (own.has(code) || isInside(parents.get(code)))
  return orgs.filter(({ code, mergedInto }) => !mergedInto && isInside(code))
}

interface Props {
  orgs: readonly OrgRef[]
  value: string
  onChange: (code: string) => void
}

/** Chooses an organisation of the area; many are narrowed by their names. */
export function OrgPick({ orgs, value, onChange }: Props) {
  const [words, setWords] = useState('')
  const named = words.trim() === '' ? orgs : orgs.filter(org => isNamed(org, words.trim()))
  const offered = orgs.filter(org => org.code === value || named.slice(0, OFFERED).includes(org))
  return (
    <>
      {orgs.length > OFFERED && (
        <TextField
          id="org-name"
          label="按名字找机构"
          kind="search"
          maxLength={30}
          value={words}
          onChange={setWords}
        />
      )}
      <SelectField
        id="org"
        label="机构"
        value={value}
        options={offered.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={onChange}
      />
      {named.length > OFFERED && (
        <Box as="p" className="small">{`共 ${named.length} 个，只列出前 ${OFFERED} 个，请写名字再找。`}</Box>
      )}
      {named.length === 0 && <Box as="p" className="small">{`没有叫“${words.trim()}”的机构。`}</Box>}
    </>
  )
}
