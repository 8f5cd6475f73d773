import { useMemo, useState } from 'react'
import { AloudBar } from '../../../../components/AloudBar'
import { Button } from '../../../../components/controls/Button'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { canSpeak } from '../../../../elements/speech'
import { useReadAloud } from '../../../../hooks/useReadAloud'
import { howWords, type IntakeFields, itemsOf, spokenOf } from './fields'

interface Props {
  fields: IntakeFields
  orgName: string
  busy: boolean
  problems: readonly string[]
  /** The same was asked before: it may be received all the same. */
  exists: boolean
  onAgreed: (again: boolean) => void
  onBack: () => void
}

const Row = ({ label, value }: { label: string; value: string }) => (
  <Box className="readback__row">
    <Txt className="readback__label">{label}</Txt>
    <Txt className="readback__value">{value}</Txt>
  </Box>
)

/** Screen for the applicant 念给您听: what was written down, large, read aloud, turned upside down for who sits opposite. */
export function ReadBack({ fields, orgName, busy, problems, exists, onAgreed, onBack }: Props) {
  const [turned, setTurned] = useState(false)
  const sentences = useMemo(() => (canSpeak ? spokenOf(fields, orgName) : []), [fields, orgName])
  const voice = useReadAloud(sentences)
  const { name, proof, proofNumber, phone, address } = fields
  return (
    <>
      <Box className={`readback${turned ? ' readback--turned' : ''}`}>
        <Heading level={1} className="title">
          请您看看，写得对不对
        </Heading>
        {itemsOf(fields).map((item, at) => (
          <Row key={item} label={`您要的第 ${at + 1} 件`} value={item} />
        ))}
        <Row label="怎么给您" value={howWords(fields)} />
        <Row label="您的名字和证件" value={`${name}，${proof}后四位 ${proofNumber}`} />
        {phone !== '' && <Row label="打哪个电话找您" value={phone} />}
        {address !== '' && <Row label="寄到哪里" value={address} />}
      </Box>
      <AloudBar sentences={sentences} voice={voice} label="念给您听" />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button label="对，收下，出回执" disabled={busy} onPress={() => onAgreed(false)} />
        <Button
          look="plain"
          label={turned ? '把字正过来' : '把字倒过来，给对面看'}
          onPress={() => setTurned(!turned)}
        />
        <Button look="plain" label="不对，回去改" disabled={busy} onPress={onBack} />
        {exists && <Button look="plain" label="另收一件" disabled={busy} onPress={() => onAgreed(true)} />}
      </Box>
    </>
  )
}
