import type { MyResidencyClaims } from '@shared/contract/people/roster'
import { api } from '../../../../api/client'
import { NotLoaded } from '../../../../components/page/NotLoaded'
import { SelectField } from '../../../../components/form/SelectField'
import { IN_WORK, useResource } from '../../../../hooks/useResource'

interface Props {
  orgCode: string
  value: string
  onChange: (claimId: string) => void
}

/** Selects oneself or an elder confirmed by the village; shown only to people who represent an elder. */
export function ForWhom({ orgCode, value, onChange }: Props) {
  const claims = useResource<MyResidencyClaims>('claims', () => api('GET /me/residency-claims'), IN_WORK)
  const elders = (claims.data?.items ?? []).filter(
    claim => claim.kind === 'elder' && claim.state === 'confirmed' && claim.orgCode === orgCode,
  )
  if (elders.length === 0) return <NotLoaded what="您代办的长辈" resource={claims} />
  const options = [
    { value: '', label: '我自己' },
    ...elders.map(({ id, name, relationLabel }) => ({
      value: id,
      label: `代 ${name}（我是${relationLabel ?? '亲属'}）`,
    })),
  ]
  return <SelectField id="objection-for" label="代谁提" value={value} options={options} onChange={onChange} />
}
