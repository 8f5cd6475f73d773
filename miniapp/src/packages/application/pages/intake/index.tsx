import { useState } from 'react'
import { DOORS } from '@shared/facts/participation/applicationRules'
import type { ApplicationPage, ReceiveApplication } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Link } from '../../../../components/controls/Link'
import { SelectField } from '../../../../components/form/SelectField'
import { SwitchRow } from '../../../../components/form/SwitchRow'
import { TextField } from '../../../../components/form/TextField'
import { Frame } from '../../../../components/page/Frame'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { useParams } from '../../../../hooks/useParams'
import { routes } from '../../../../routes'

type Door = ReceiveApplication['door']

const OPTIONS = DOORS.filter(({ code }) => code !== 'platform').map(({ code, label }) => ({
  value: code,
  label,
}))
const EMPTY = { items: '', name: '', proof: '居民身份证', proofNumber: '', phone: '', address: '' }
type Fields = typeof EMPTY

const LABELS: readonly (readonly [keyof Fields, string, string])[] = [
  ['items', '要什么信息', '一行写一项，照申请人的话写'],
  ['name', '姓名', ''],
  ['proof', '看过的证件', ''],
  ['proofNumber', '证件后四位', '窗口只看证件、记后四位，不扫描'],
  ['phone', '联系电话', ''],
  ['address', '通信地址', '要邮寄的才写'],
]

/** Takes down an application at the counter 窗口登记: the screen is turned to the applicant and read back before it is received. */
export default function IntakePage() {
  const org = useParams()['org'] ?? ''
  return (
    <Frame title="窗口登记申请" narrow>
      <LoginGate>
        <Intake org={org} />
      </LoginGate>
    </Frame>
  )
}

function Intake({ org }: { org: string }) {
  const [door, setDoor] = useState<Door>('in-person')
  const [fields, setFields] = useState(EMPTY)
  const [readBack, setReadBack] = useState(false)
  const [done, setDone] = useState<ApplicationPage | null>(null)
  const { busy, problems, code, run } = useAction()
  const items = fields.items
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const ready = items.length > 0 && fields.name.trim() !== '' && fields.proofNumber.trim() !== ''
  const send = (again: boolean) =>
    void run(async key => {
      const body = { door, ...fields, items, readBack, again }
      setDone(await api('POST /orgs/:code/applications', { params: { code: org }, body }, key))
    })
  const next = () => {
    setFields(EMPTY)
    setReadBack(false)
    setDone(null)
  }
  if (done) return <Receipt page={done} onNext={next} />
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          窗口登记申请
        </Heading>
      </Box>
      <SelectField
        id="intake-door"
        label="怎么来的"
        value={door}
        options={OPTIONS}
        onChange={value => setDoor(value as Door)}
      />
      {LABELS.map(([field, label, help]) => (
        <TextField
          key={field}
          id={`intake-${field}`}
          label={label}
          help={help}
          required={field !== 'address' && field !== 'phone'}
          multiline={field === 'items'}
          maxLength={field === 'items' ? 4000 : 60}
          value={fields[field]}
          onChange={value => setFields({ ...fields, [field]: value })}
        />
      ))}
      <SwitchRow
        label="已念给申请人听，申请人同意"
        text="口头申请一定要念"
        on={readBack}
        onChange={setReadBack}
      />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button label="收下，出回执" disabled={busy || !ready} onPress={() => send(false)} />
        {code === 'application-exists' && (
          <Button look="plain" label="另收一件" disabled={busy} onPress={() => send(true)} />
        )}
      </Box>
    </>
  )
}

/** Receipt 回执: number, short code, received on, due on. */
function Receipt({ page, onNext }: { page: ApplicationPage; onNext: () => void }) {
  const { application, code, progress } = page
  return (
    <Section title="登记回执">
      <Box live="polite">
        <Txt className="state state--ok">{`✓ 已收下，编号 ${application.number}`}</Txt>
        <Box as="p">{`查询码 ${code}`}</Box>
        <Box as="p">{progress.dueWords}</Box>
      </Box>
      <Box className="buttons">
        <Button label="登记下一件" onPress={onNext} />
        <Link className="button button--plain" label="去办理" url={routes.applicationWork(application.id)} />
      </Box>
    </Section>
  )
}
