import { OBJECTION_WAYS } from '@shared/facts/participation/objectionRules'
import type { FileObjection } from '@shared/contract/participation/objection'
import { SelectField } from '../../../../components/form/SelectField'
import { SwitchRow } from '../../../../components/form/SwitchRow'
import { useMe } from '../../../../state/session'
import { ForWhom } from './ForWhom'

/** Options of an objection, all with defaults. */
export type Manner = Pick<FileObjection, 'anonymous' | 'via' | 'actsFor'>

interface Props {
  orgCode: string
  value: Manner
  onChange: (manner: Manner) => void
}

const WAYS = OBJECTION_WAYS.map(({ code, label }) => ({ value: code, label }))

export function MannerFields({ orgCode, value, onChange }: Props) {
  const me = useMe()
  return (
    <>
      <SwitchRow
        label="对答复的人也不显示我的名字"
        text="公开的页面上从来不写谁提的"
        on={value.anonymous}
        onChange={anonymous => onChange({ ...value, anonymous })}
      />
      <SelectField
        id="objection-via"
        label="提给谁"
        value={value.via}
        options={WAYS}
        onChange={via => onChange({ ...value, via: via as Manner['via'] })}
      />
      {me && (
        <ForWhom
          orgCode={orgCode}
          value={value.actsFor ?? ''}
          onChange={claimId => onChange({ ...value, actsFor: claimId || undefined })}
        />
      )}
    </>
  )
}
