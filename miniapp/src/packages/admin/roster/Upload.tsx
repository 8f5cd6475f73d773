import { useState } from 'react'
import type { RosterReport } from '@shared/contract/people/roster'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { type PickedFile, pickFile } from '../../../elements/files'
import { useAction } from '../../../hooks/useAction'

interface Seen {
  file: PickedFile
  report: RosterReport
}

const countsOf = ({ total, added, changed, removed, unchanged }: RosterReport): string =>
  `共 ${total} 人：新增 ${added} 人，改动 ${changed} 人，去掉 ${removed} 人，${unchanged} 人不变。`

/** Uploads a roster 村民名册: what it would change is shown first, a second press stores it. */
export function Upload({ org, onStored }: { org: string; onStored: () => void }) {
  const [seen, setSeen] = useState<Seen | null>(null)
  const [stored, setStored] = useState<RosterReport | null>(null)
  const write = useAction()
  const pick = async () => {
    const file = await pickFile()
    if (!file) return
    setSeen(null)
    setStored(null)
    await write.run(async () =>
      setSeen({
        file,
        report: await api('POST /orgs/:code/roster/preview', { params: { code: org }, file }),
      }),
    )
  }
  const store = async ({ file }: Seen) => {
    const done = await write.run(async key =>
      setStored(await api('POST /orgs/:code/roster', { params: { code: org }, file }, key)),
    )
    if (!done) return
    setSeen(null)
    onStored()
  }
  return (
    <Section title="换一份名册">
      <Box as="p" className="lead">
        要有“姓名”和“身份证后四位（或后六位）”两列，可以有“组别”“手机号”。整本以这一份为准。身份证后几位和手机号只存认不出来的代码。
      </Box>
      <Problems problems={write.problems} />
      {seen ? (
        <Box className="notice" live="polite">
          <Txt strong>{seen.file.name}</Txt>
          <Box as="p">{countsOf(seen.report)}</Box>
          <Lost count={seen.report.removedVerified} />
          {seen.report.warnings.map(({ message }, at) => (
            <Box as="p" key={at} className="small">{`! ${message}`}</Box>
          ))}
          <Box className="buttons">
            <Button label="就用这一份" disabled={write.busy} onPress={() => void store(seen)} />
            <Button look="plain" label="不用，另选" disabled={write.busy} onPress={() => setSeen(null)} />
          </Box>
        </Box>
      ) : (
        <Box className="buttons">
          <Button
            label={write.busy ? '正在读…' : '选名册文件'}
            disabled={write.busy}
            onPress={() => void pick()}
          />
        </Box>
      )}
      <Box live="polite">
        {stored && <Txt className="state state--ok">{`✓ 存好了。${countsOf(stored)}`}</Txt>}
      </Box>
    </Section>
  )
}

function Lost({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Box as="p" className="field__fault">
      {`! 去掉的人里有 ${count} 个已经认证过。存好以后，请到“村民认证”里逐个核对，要不要结束他们的认证。`}
    </Box>
  )
}
