import { POLICIES, type PolicyName } from '@shared/facts/people/policies/inForce'
import { Link } from '../controls/Link'
import { CheckField } from '../form/CheckField'
import { Box } from '../../elements/dom'
import { routes } from '../../routes'

interface Props {
  id: string
  /** What is agreed to; each is linked. */
  of: readonly PolicyName[]
  on: boolean
  onChange: (on: boolean) => void
  fault?: string
}

const AGREED = [{ value: 'yes' as const, label: '我已看过并同意' }]

/** Asks for an agreement: unticked until the person ticks it, with the texts one press away. */
export function Agree({ id, of, on, onChange, fault }: Props) {
  const titles = of.map(name => `《${POLICIES[name].title}》`).join('和')
  return (
    <>
      <CheckField
        id={id}
        label={`请先看${titles}`}
        options={AGREED}
        values={on ? ['yes'] : []}
        onChange={values => onChange(values.length > 0)}
        fault={fault}
      />
      <Box className="buttons">
        {of.map(name => (
          <Link key={name} label={`看《${POLICIES[name].title}》`} url={routes.policy(name)} />
        ))}
      </Box>
    </>
  )
}
