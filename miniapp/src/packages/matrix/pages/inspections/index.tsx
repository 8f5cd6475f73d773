import type { InspectionList } from '@shared/contract/disclosure/matrix'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { open, routes } from '../../../../routes'
import { serverToday } from '../../../../state/serverClock'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { DrawForm } from '../../inspect/DrawForm'
import '../../matrix.scss'

/** Lists inspections 抽查 and creates a new one. */
export default function InspectionsPage() {
  const org = useOwnOrg()
  const page = useResource<InspectionList>(
    org && `inspections:${org}`,
    () => api('GET /orgs/:code/inspections', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="抽查" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          抽查
        </Heading>
        <Box as="p" className="lead">
          随机抽几格，去看是不是真的公开了、公开得对不对。
        </Box>
      </Box>
      <LoginGate error={page.error}>
        <Loaded resource={page}>
          {({ items, mayDraw }) => (
            <>
              {mayDraw && (
                <Section title="新抽一份">
                  <DrawForm
                    org={org}
                    year={Number(serverToday().slice(0, 4))}
                    onDrawn={({ id }) => open(routes.inspection(id))}
                  />
                </Section>
              )}
              <Section title="抽过的">
                {items.length === 0 && <EmptyState title="还没有抽查过" text="抽过的会列在这里。" />}
                {items.map(one => (
                  <SheetRow key={one.id} sheet={one} />
                ))}
              </Section>
            </>
          )}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

function SheetRow({ sheet }: { sheet: InspectionList['items'][number] }) {
  const { id, year, fromMonth, toMonth, size, looked, by, at } = sheet
  const title = `${year}年${fromMonth}–${toMonth}月，抽 ${size} 格`
  const meta = `${by}，${fullDate(at)}`
  const state = looked < size ? `! 看了 ${looked} 格` : '✓ 都看完了'
  return (
    <Link className="row" label={[title, meta, state].join('，')} url={routes.inspection(id)}>
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      <Txt className={`state state--${looked < size ? 'warn' : 'ok'}`}>{state}</Txt>
    </Link>
  )
}
