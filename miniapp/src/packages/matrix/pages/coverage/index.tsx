import { useState } from 'react'
import { pathTo } from '@shared/client'
import { dateLabel } from '@shared/common/period'
import type { Coverage } from '@shared/contract/disclosure/matrix'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Press, Txt } from '../../../../elements/dom'
import { useDownload } from '../../../../hooks/useDownload'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import '../../matrix.scss'

/** Shows the coverage 公开覆盖 of this year's obligations, by area and by village. Never a ranking. */
export default function CoveragePage() {
  const org = useOwnOrg()
  const page = useResource<Coverage>(org && `coverage:${org}`, () => api('GET /orgs/:code/coverage', { params: { code: org } }), IN_WORK)
  return (
    <Frame title="公开覆盖" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={8}>
          {coverage => <CoverageView coverage={coverage} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

type Share = Coverage['total']

const shareText = ({ items, disclosed, overdue }: Share): string =>
  [
    `要公开 ${items} 项，今年公开过 ${disclosed} 项`,
    overdue > 0 ? `! 过期 ${overdue} 项` : '✓ 没有过期的',
  ].join('；')

function CoverageView({ coverage }: { coverage: Coverage }) {
  const { org, year, today, total, areas, villages } = coverage
  const download = useDownload()
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {`${org.name}公开覆盖`}
        </Heading>
        <Box as="p" className="lead">{`${year}年，截至${dateLabel(today)}。${shareText(total)}。`}</Box>
        <Box className="buttons">
          <Button
            look="plain"
            label="导出表格"
            disabled={download.busy}
            onPress={() =>
              void download.fetch(pathTo('GET /orgs/:code/coverage/export', { params: { code: org.code }, query: { year } }), `${org.name}${year}年公开覆盖.xlsx`)
            }
          />
        </Box>
        <Problems problems={download.problems} />
      </Box>
      <Section title="按领域">
        {areas.map(area => (
          <AreaRow key={area.area} area={area} org={org.code} />
        ))}
      </Section>
      {villages.length > 0 && (
        <Section title="按村（社区）">
          {villages.map(({ code, name, ...share }) => (
            <Link
              key={code}
              className="row"
              label={`${name}，${shareText(share)}`}
              url={routes.coverage(code)}
            >
              <ShareWords name={name} share={share} />
            </Link>
          ))}
        </Section>
      )}
    </>
  )
}

function ShareWords({ name, share }: { name: string; share: Share }) {
  const { items, disclosed, overdue } = share
  return (
    <>
      <Txt className="row__main">
        <Txt className="row__title">{name}</Txt>
        <Txt className="row__meta">{`要公开 ${items} 项，今年公开过 ${disclosed} 项`}</Txt>
      </Txt>
      <Txt className={`state state--${overdue > 0 ? 'late' : 'ok'}`}>
        {overdue > 0 ? `! 过期 ${overdue} 项` : '✓ 没有过期的'}
      </Txt>
    </>
  )
}

function AreaRow({ area, org }: { area: Coverage['areas'][number]; org: string }) {
  const [unfolded, setUnfolded] = useState(false)
  const { missing } = area
  return (
    <Box>
      <Box className="row">
        <ShareWords name={area.area} share={area} />
      </Box>
      {missing.length > 0 && (
        <Press
          className="row row--inner"
          label={`${area.area}缺 ${missing.length} 项，${unfolded ? '收起' : '展开'}`}
          expanded={unfolded}
          onPress={() => setUnfolded(!unfolded)}
        >
          <Txt>{`${area.area}缺 ${missing.length} 项`}</Txt>
          <Txt className="tree__sign">{unfolded ? '收起' : '展开'}</Txt>
        </Press>
      )}
      {unfolded &&
        missing.map(({ itemId, name }) => (
          <Link
            key={itemId}
            className="row row--inner"
            label={`缺：${name}`}
            url={routes.item(itemId, org)}
          >
            <Txt className="row__text">{`缺：${name}`}</Txt>
          </Link>
        ))}
    </Box>
  )
}
