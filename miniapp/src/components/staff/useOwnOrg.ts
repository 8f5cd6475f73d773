import { useParams } from '../../hooks/useParams'
import { useMe } from '../../state/session'
import { orgsOf } from './orgsOf'

/** Returns the organisation that the address names, else the first one in which the person has a role; empty if there is none. */
export function useOwnOrg(): string {
  const { org } = useParams()
  const me = useMe()
  return org ?? (me ? orgsOf(me)[0]?.value : undefined) ?? ''
}
