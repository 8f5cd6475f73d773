import { useState } from 'react'
import { ApiError } from '@shared/client'
import type { PowerImport } from '@shared/contract/power/list'
import { api, urlOf } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { type PickedFile, openFile, pickAny } from '../../../elements/files'
import { Sound } from './Sound'
import type { KeepProps } from './types'

const FORMATS = [
  { format: 'xlsx', label: '导出清单（Excel）' },
  { format: 'json', label: '导出清单（JSON）' },
] as const

interface Read {
  name: string
  /** Null: the file contains no list. */
  found: PowerImport | null
  problems: string[]
}

async function readFile(code: string, file: PickedFile): Promise<Read> {
  try {
    const found = await api('POST /orgs/:code/powers/read', { params: { code }, body: {}, file })
    return { name: file.name, found, problems: found.faults.map(({ message }) => message) }
  } catch (error) {
    const known = error instanceof ApiError ? error : null
    const problems = known
      ? [known.message, ...known.details.map(({ message }) => message)]
      : ['没有读成，请再试一次。']
    return { name: file.name, found: null, problems }
  }
}

/** Exports the list as a file and imports one 导出、导入, with a preview before adoption. */
export function ImportPart(props: KeepProps) {
  const { list } = props
  const { code, name } = list.org
  const [read, setRead] = useState<Read | null>(null)
  const [failed, setFailed] = useState(false)
  const [reading, setReading] = useState(false)
  const pick = async () => {
    const file = await pickAny()
    if (!file) return
    setReading(true)
    setRead(await readFile(code, file))
    setReading(false)
  }
  const save = async (format: 'xlsx' | 'json') =>
    setFailed(
      !(await openFile(
        urlOf('GET /orgs/:code/powers/export', { params: { code }, query: { format } }),
        `${name}小微权力清单.${format}`,
      )),
    )
  return (
    <Section title="导出、导入">
      <Box as="p" className="lead">
        先导出，在电脑上改好，再导入。先看有没有问题、改了哪里，看过才登记。
      </Box>
      <Box className="buttons">
        {FORMATS.map(({ format, label }) => (
          <Button key={format} look="plain" label={label} onPress={() => void save(format)} />
        ))}
        <Button
          look="plain"
          label={reading ? '正在读…' : '导入文件'}
          disabled={reading}
          onPress={() => void pick()}
        />
      </Box>
      <Problems problems={failed ? ['没有打开，请过一会儿再试。'] : []} />
      {read && <Preview key={read.name} {...props} read={read} onAdopted={() => setRead(null)} />}
    </Section>
  )
}

function Preview({ read, onAdopted, ...props }: KeepProps & { read: Read; onAdopted: () => void }) {
  const { name, found, problems } = read
  return (
    <Box live="polite">
      <Txt className="row__title">{`${name}：${found ? `读到 ${found.count} 项` : '读不出清单'}`}</Txt>
      {problems.length > 0 && (
        <Txt className="state state--late">{`× 有 ${problems.length} 个问题，改好再导入。一项也没有存。`}</Txt>
      )}
      <Problems problems={problems} />
      {found && problems.length === 0 && <Sound {...props} found={found} onAdopted={onAdopted} />}
    </Box>
  )
}
