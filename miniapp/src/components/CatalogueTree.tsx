import { useState } from 'react'
import { dateLabel } from '@shared/common/period'
import type { CataloguePage } from '@shared/contract/reading/site'
import { Box, Press, Txt } from '../elements/dom'
import { routes } from '../routes'
import { Link } from './controls/Link'

type Area = CataloguePage['areas'][number]

interface Props {
  areas: readonly Area[]
  /** Code of the village that the links refer to. */
  org: string
}

/** Shows the catalogue tree 目录树: areas that expand to their items, as in the printed standard catalogue. */
export function CatalogueTree({ areas, org }: Props) {
  const [open, setOpen] = useState<string | null>(areas.length === 1 ? (areas[0]?.catalogueId ?? null) : null)
  return (
    <Box>
      {areas.map(area => (
        <Branch
          key={area.catalogueId}
          area={area}
          org={org}
          open={open === area.catalogueId}
          onToggle={() => setOpen(open === area.catalogueId ? null : area.catalogueId)}
        />
      ))}
    </Box>
  )
}

interface BranchProps {
  area: Area
  org: string
  open: boolean
  onToggle: () => void
}

function Branch({ area, org, open, onToggle }: BranchProps) {
  const sign = `${area.items.length} 项 ${open ? '收起' : '展开'}`
  const origin = [`第 ${area.version} 版`, `${dateLabel(area.effectiveFrom)}起施行`, area.sourceIssuer]
    .filter(Boolean)
    .join(' · ')
  return (
    <Box as="section">
      <Press className="tree__branch" label={`${area.area}，${sign}`} expanded={open} onPress={onToggle}>
        <Txt>{area.area}</Txt>
        <Txt className="tree__sign">{sign}</Txt>
      </Press>
      {open && (
        <Box className="tree__leaves">
          <Box as="p" className="small">{`${area.title}（${origin}）`}</Box>
          {area.items.map(item => (
            <Leaf key={item.id} item={item} org={org} />
          ))}
        </Box>
      )}
    </Box>
  )
}

function Leaf({ item, org }: { item: Area['items'][number]; org: string }) {
  const name = item.path.slice(-1)[0] ?? ''
  const above = item.path.slice(0, -1).join(' › ')
  const disclosed = item.villageCount > 0 ? `${item.villageCount} 个村（社区）已公开` : '还没有村（社区）公开'
  const title = [item.displayNo, name].filter(Boolean).join(' ')
  return (
    <Link
      className="row"
      label={[above, title, disclosed].filter(Boolean).join('，')}
      url={routes.item(item.id, org)}
    >
      <Txt className="row__main">
        {above && <Txt className="row__meta">{above}</Txt>}
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{disclosed}</Txt>
      </Txt>
    </Link>
  )
}
