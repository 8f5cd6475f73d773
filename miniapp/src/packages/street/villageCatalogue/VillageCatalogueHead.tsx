import { useState } from 'react'
import { Button } from '../../../components/controls/Button'
import { Link } from '../../../components/controls/Link'
import { Box, Heading } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { routes } from '../../../routes'
import { VillageImport } from '../import/VillageImport'
import { AddLineForm } from './AddLineForm'
import type { ListPart } from './types'

function stateOf({ version, inForce, writers }: ListPart['list']): string {
  if (version === 0) return '! 还没有开始编'
  if (version === inForce) return '✓ 已启用，和编制中的一样'
  const by = writers.length > 0 ? `由 ${writers.join('、')} 改，要另一个人启用` : ''
  return [inForce === 0 ? '! 还没有启用' : '! 有改动，还没有启用', by].filter(Boolean).join('；')
}

/** Shows village, progress, and the actions on the whole catalogue. */
export function VillageCatalogueHead(part: ListPart) {
  const { list } = part
  const { org, street, coverage, updatedAt, abilities, version, inForce } = list
  return (
    <Box as="header" className="board">
      <Heading level={1} className="board__name">
        {`${org.name}公开目录`}
      </Heading>
      <Box as="p" className={`state state--${version > 0 && version === inForce ? 'ok' : 'warn'}`}>
        {stateOf(list)}
      </Box>
      <Box as="p" className="lead">
        {`${street.name}的标准事项 ${coverage.items} 项，村里已有 ${coverage.covered} 项。`}
        {updatedAt && `最近改动：${fullDate(updatedAt)}。`}
      </Box>
      {version !== inForce && (
        <Box className="buttons">
          <Link
            className={abilities.includes('activate') ? 'button' : 'button button--plain'}
            label={abilities.includes('activate') ? '看和现行目录的不同，启用' : '看和现行目录的不同'}
            url={routes.villageDiff(org.code)}
          />
        </Box>
      )}
      {abilities.includes('edit') && <Making {...part} />}
    </Box>
  )
}

/** Adds items by hand, or from the village's file. */
function Making(part: ListPart) {
  const [doing, setDoing] = useState<'add' | 'import' | null>(null)
  const toggle = (next: 'add' | 'import') => setDoing(doing === next ? null : next)
  return (
    <>
      <Box className="buttons">
        <Button
          look="plain"
          label={doing === 'add' ? '取消' : '加村里自己的事项'}
          onPress={() => toggle('add')}
        />
        <Button
          look="plain"
          label={doing === 'import' ? '收起' : '从文件导入'}
          onPress={() => toggle('import')}
        />
      </Box>
      {doing === 'add' && <AddLineForm {...part} onAdded={() => setDoing(null)} />}
      {doing === 'import' && <VillageImport org={part.list.org.code} />}
    </>
  )
}
