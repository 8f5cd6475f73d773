import { TextField } from '../../../components/form/TextField'
import { Box } from '../../../elements/dom'
import type { Faults } from '../../../hooks/useFaults'

export const NO_VOTES = { eligible: '', present: '', agree: '', against: '', abstain: '' }
export type Counted = typeof NO_VOTES

const FIELDS: readonly (readonly [keyof Counted, string])[] = [
  ['eligible', '应到人数'],
  ['present', '实到人数'],
  ['agree', '同意票'],
  ['against', '反对票'],
  ['abstain', '弃权票'],
]

interface Props {
  /** Quorum and majority in words. */
  rule: string
  votes: Counted
  faults: Faults<keyof Counted>
  idOf: (field: keyof Counted) => string
  onChange: (votes: Counted) => void
}

/** Enters vote counts 表决; the result is computed from them. */
export function VoteFields({ rule, votes, faults, idOf, onChange }: Props) {
  return (
    <>
      <Box as="p" className="small section">{`规则：${rule}。通过没通过，由票数算出。`}</Box>
      <Box className="line__grid">
        {FIELDS.map(([name, label]) => (
          <TextField
            key={name}
            id={idOf(name)}
            label={label}
            kind="integer"
            required
            maxLength={6}
            value={votes[name]}
            fault={faults[name]}
            onChange={value => onChange({ ...votes, [name]: value })}
          />
        ))}
      </Box>
    </>
  )
}
