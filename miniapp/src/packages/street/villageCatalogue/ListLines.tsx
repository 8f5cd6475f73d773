import { Box } from '../../../elements/dom'
import { EmptyState } from '../../../components/page/EmptyState'
import { Section } from '../../../components/page/Section'
import { LineRow } from './LineRow'
import { Pager } from '../../../components/page/Pager'
import type { ListPart } from './types'

/** Lists the items of a village catalogue being edited, by area. */
export function ListLines(part: ListPart) {
  const { items: lines } = part.list
  if (lines.length === 0) {
    return (
      <EmptyState
        title="目录里还没有事项"
        text="先到“还缺的”里采用街道目录的事项，再加上村里自己的，也可以从文件导入。"
      />
    )
  }
  return (
    <Pager rows={lines} label="事项">
      {shown =>
        areasOf(shown).map(area => (
          <Section key={area} title={area}>
            <Box>
              {shown
                .filter(line => line.area === area)
                .map(line => (
                  <LineRow key={line.key} line={line} {...part} />
                ))}
            </Box>
          </Section>
        ))
      }
    </Pager>
  )
}

const areasOf = (lines: readonly { area: string }[]) => [...new Set(lines.map(({ area }) => area))]
