import { isVillage } from '@shared/common/orgKinds'
import type { PowerList, PowerRef } from '@shared/contract/power/list'
import { api } from '../../../../api/client'
import { NeedVillage } from '../../../../components/choose/NeedVillage'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { useVillage } from '../../../../state/village'
import { Papers } from '../../Papers'
import { standingWords } from '../../standing'
import '../../power.scss'

const TITLE = '小微权力清单'
const titleOf = ({ kind }: PowerList['org']) => (isVillage({ kind }) ? TITLE : '小微权力示范清单')

/** Shows a micro-power list 小微权力清单 by class; items that villagers can apply for come first. */
export default function PowerListPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen ?? ''
  const list = useResource<PowerList>(org && `power-list:${org}`, () =>
    api('GET /orgs/:code/powers', { params: { code: org } }),
  )
  useShareCard({ title: `${list.data?.org.name ?? ''}${TITLE}`, path: routes.powers(org) })
  if (!org) return <NeedVillage title={TITLE} current="home" />
  return (
    <Frame title={TITLE} stale={list}>
      <Loaded resource={list} lines={12}>
        {data => <Lists list={data} />}
      </Loaded>
    </Frame>
  )
}

/** Groups the items in use by class, keeping their order. */
function byClass(items: readonly PowerRef[]): [string, PowerRef[]][] {
  const classes = new Map<string, PowerRef[]>()
  for (const item of items) classes.set(item.classLabel, [...(classes.get(item.classLabel) ?? []), item])
  return [...classes]
}

/** Sorts items that households apply for before others. */
const asked = (a: PowerRef, b: PowerRef): number =>
  Number(b.class === 'service') - Number(a.class === 'service')

function Lists({ list }: { list: PowerList }) {
  const { org, items } = list
  const me = useMe()
  const used = items.filter(({ off }) => off === null)
  const unused = items.filter(({ off }) => off !== null)
  const services = used.filter(({ nature }) => nature === 'service').sort(asked)
  return (
    <>
      <Breadcrumbs steps={[{ label: org.name, url: routes.home(org.code) }]} />
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {titleOf(org)}
        </Heading>
        <Box as="p" className="lead">
          {standingWords(list)}
        </Box>
        <Box className="buttons">
          {isVillage(org) && (
            <Link className="button button--plain" label="正在办和办结的事" url={routes.cases(org.code)} />
          )}
          {me?.abilities.includes('workbench') && (
            <Link className="button button--plain" label="管清单" url={routes.keepPowers(org.code)} />
          )}
        </Box>
        <Papers org={org} />
      </Box>
      <Box className="cols">
        <Section title="我要办" aside={<Txt className="small">{`${services.length} 项`}</Txt>}>
          <Rows org={org.code} items={services} />
        </Section>
        <Box>
          {byClass(used.filter(({ nature }) => nature === 'collective')).map(([label, rows]) => (
            <Section key={label} title={label} aside={<Txt className="small">{`${rows.length} 项`}</Txt>}>
              <Rows org={org.code} items={rows} />
            </Section>
          ))}
          {unused.length > 0 && (
            <Section title="不用的">
              <Rows org={org.code} items={unused} />
            </Section>
          )}
          <Absent list={list} />
        </Box>
      </Box>
    </>
  )
}

const HERE: Partial<Record<PowerList['org']['kind'], string>> = {
  village: '本村',
  community: '本社区',
  street: '本街道',
  town: '本镇（乡）',
}

/** Lists model items that the list leaves out, with reasons. */
function Absent({ list: { org, model, absent } }: { list: PowerList }) {
  if (absent.length === 0) return null
  const here = HERE[org.kind] ?? '这里'
  return (
    <Section
      title={`${model.name}里有、${here}没有的`}
      aside={<Txt className="small">{`${absent.length} 项`}</Txt>}
    >
      {absent.map(({ code, name, why }) => (
        <Box key={code} className="aim">
          <Txt className="row__title">{name}</Txt>
          <Txt className="row__meta">
            {why === null ? `${here}没有此项，没有写明为什么` : `${here}没有此项：${why}`}
          </Txt>
        </Box>
      ))}
    </Section>
  )
}

function Rows({ org, items }: { org: string; items: readonly PowerRef[] }) {
  return (
    <>
      {items.map(({ code, name, summary, body, total, off }) => {
        const meta = [body, total && `${total}内办完`].filter(Boolean).join(' · ')
        const why = off && `! 不用：${off}`
        return (
          <Link
            key={code}
            className="row"
            label={[name, summary, meta, why].filter(Boolean).join('，')}
            url={routes.power(org, code)}
          >
            <Txt className="row__main">
              <Txt className="row__title">{name}</Txt>
              <Txt className="row__text">{summary}</Txt>
              <Txt className="row__meta">{meta}</Txt>
            </Txt>
            {why && <Txt className="state">{why}</Txt>}
          </Link>
        )
      })}
    </>
  )
}
