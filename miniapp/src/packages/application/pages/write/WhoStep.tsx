import { BODY_KINDS } from '@shared/facts/participation/applicationRules'
import { Button } from '../../../../components/controls/Button'
import { Choices } from '../../../../components/controls/Choices'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading, Press } from '../../../../elements/dom'
import { showField } from '../../../../elements/platform'
import type { Faults } from '../../../../hooks/useFaults'
import { CREDIT_CODE, type Identity, NOBODY, PROOFS } from './identity'

export type WhoField = 'name' | 'proofNumber' | 'phone' | 'address'
export const whoId = (field: WhoField): string => `application-${field}`

interface Props {
  orgName: string
  who: Identity
  byPost: boolean
  faults: Faults<WhoField>
  busy: boolean
  problems: readonly string[]
  onChange: (who: Identity) => void
  onBack: () => void
  onSend: () => void
}

const KINDS = [
  { value: 'person', label: '我个人' },
  { value: 'body', label: '单位' },
] as const

/** All faults at once on top; a press leads to the field. */
function FaultsOnTop({ faults }: { faults: Faults<WhoField> }) {
  const rows = Object.entries(faults) as [WhoField, string][]
  if (rows.length === 0) return null
  return (
    <Box className="faults" live="assertive">
      <Heading level={2} className="heading">
        {`有 ${rows.length} 处要改`}
      </Heading>
      {rows.map(([field, sentence]) => (
        <Press
          key={field}
          className="faults__row"
          label={sentence}
          onPress={() => showField(whoId(field))}
        >{`× ${sentence}`}</Press>
      ))}
    </Box>
  )
}

function Proof({ who, faults, onChange }: Pick<Props, 'who' | 'faults' | 'onChange'>) {
  const isBody = who.kind !== 'natural'
  return (
    <>
      {isBody ? (
        <SelectField
          id="application-kind"
          label="哪一类单位"
          value={who.kind}
          options={BODY_KINDS.map(({ code, label }) => ({ value: code, label }))}
          onChange={kind => onChange({ ...who, kind: kind as Identity['kind'] })}
        />
      ) : (
        <SelectField
          id="application-proof"
          label="用什么证件"
          value={who.proof}
          options={PROOFS.map(name => ({ value: name, label: name }))}
          onChange={proof => onChange({ ...who, proof })}
        />
      )}
      <TextField
        id={whoId('proofNumber')}
        label={isBody ? CREDIT_CODE : '证件号码'}
        required
        maxLength={40}
        help="法律要求核对身份。加密保存，只有经办人写明原因才能打开，办完一年后删掉。"
        fault={faults.proofNumber}
        value={who.proofNumber}
        onChange={proofNumber => onChange({ ...who, proofNumber })}
      />
    </>
  )
}

/** Step 3 您是谁: proof of identity and how to be reached; the purpose is not asked: the law does not want it. */
export function WhoStep(props: Props) {
  const { orgName, who, byPost, faults, busy, problems, onChange, onBack, onSend } = props
  const isBody = who.kind !== 'natural'
  const setKind = (kind: 'person' | 'body') =>
    onChange(
      kind === 'person'
        ? { ...who, kind: 'natural', proof: NOBODY.proof }
        : { ...who, kind: BODY_KINDS[0].code, proof: CREDIT_CODE },
    )
  return (
    <>
      <FaultsOnTop faults={faults} />
      <Choices label="谁申请" options={KINDS} value={isBody ? 'body' : 'person'} onChange={setKind} />
      <TextField
        id={whoId('name')}
        label={isBody ? '单位名称' : '姓名'}
        required
        maxLength={60}
        help={isBody ? '和登记的一样' : '和证件上的一样'}
        fault={faults.name}
        value={who.name}
        onChange={name => onChange({ ...who, name })}
      />
      <Proof who={who} faults={faults} onChange={onChange} />
      <TextField
        id={whoId('phone')}
        label="联系电话"
        required
        maxLength={30}
        help="有事好找您"
        fault={faults.phone}
        value={who.phone}
        onChange={phone => onChange({ ...who, phone })}
      />
      <TextField
        id={whoId('address')}
        label="通信地址"
        required={byPost}
        maxLength={200}
        help={byPost ? '答复寄到这里' : '要邮寄的才写'}
        fault={faults.address}
        value={who.address}
        onChange={address => onChange({ ...who, address })}
      />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button wide label={busy ? '正在提交…' : `交给${orgName}`} disabled={busy} onPress={onSend} />
        <Button look="plain" label="回到怎么给您" disabled={busy} onPress={onBack} />
      </Box>
      <Box as="p" className="small">
        交了就有回执：编号、查询码、最晚哪天答复、打哪个电话。
      </Box>
    </>
  )
}
