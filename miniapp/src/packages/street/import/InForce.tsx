import { useState } from 'react'
import type { Catalogue } from '@shared/contract/catalogues/catalogue'
import type { CatalogueVersions } from '@shared/contract/disclosure/noticeWorkflow'
import { dateLabel } from '@shared/common/period'
import { api, urlOf } from '../../../api/client'
import { Loaded } from '../../../components/page/Loaded'
import { Section } from '../../../components/page/Section'
import { Box, Press, Txt } from '../../../elements/dom'
import { openFile } from '../../../elements/files'
import { IN_WORK, useResource } from '../../../hooks/useResource'

/** Lists the catalogues in force by area, with download in the national layout. */
export function InForce({ org }: { org: string }) {
  const versions = useResource<CatalogueVersions>(
    `versions:${org}`,
    () => api('GET /orgs/:code/catalogues', { params: { code: org } }),
    IN_WORK,
  )
  return (
    <Section title="现行目录">
      <Loaded resource={versions}>
        {({ items }) =>
          items.filter(({ active }) => active).map(one => <Version key={one.id} version={one} />)
        }
      </Loaded>
    </Section>
  )
}

const FORMATS = [
  { format: 'xlsx', label: '存成表格' },
  { format: 'html', label: '存成网页' },
] as const

function Version({ version }: { version: Catalogue }) {
  const { id, area, title, itemCount, effectiveFrom } = version
  const [failed, setFailed] = useState(false)
  const save = async (format: (typeof FORMATS)[number]['format']) =>
    setFailed(
      !(await openFile(
        urlOf('GET /catalogues/:id/export', { params: { id }, query: { format } }),
        `${title}.${format}`,
      )),
    )
  const facts = `第 ${version.version} 版 · ${itemCount} 项 · ${dateLabel(effectiveFrom)}起`
  return (
    <Box className="row">
      <Txt className="row__main">
        <Txt className="row__title">{area}</Txt>
        <Txt className="row__meta">{facts}</Txt>
        {failed && <Txt className="field__fault">× 没有存成，请再试一次。</Txt>}
      </Txt>
      <Box className="dcell__do">
        {FORMATS.map(({ format, label }) => (
          <Press
            key={format}
            className="button button--plain"
            label={`${label}：${area}`}
            onPress={() => void save(format)}
          >
            {label}
          </Press>
        ))}
      </Box>
    </Box>
  )
}
