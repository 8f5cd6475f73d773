import { deciders, sourcedLimit } from '@shared/power/digest'
import { isVillage } from '@shared/common/orgKinds'
import type { PowerItemPage } from '@shared/contract/power/list'
import { api } from '../../../../api/client'
import { ContactRow } from '../../../../components/ContactRow'
import { Fact } from '../../../../components/Fact'
import { Guide } from '../../../../components/presented/Guide'
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
import { Chart } from '../../chart/Chart'
import { Basis, CheckList, Negative, Risks } from '../../item/Rules'
import { Lines } from '../../keep/Lines'
import { standingWords } from '../../standing'
import '../../power.scss'

/** Shows an item 一个事项: summary, deciding role, papers, time limit, contact; then flow chart and rules. */
export default function PowerPage() {
  const { org = '', code = '' } = useParams()
  const page = useResource<PowerItemPage>(org && code && `power:${org}:${code}`, () =>
    api('GET /orgs/:code/powers/:itemCode', { params: { code: org, itemCode: code } }),
  )
  const title = page.data?.ref.name ?? '权力事项'
  useShareCard({ title: `${page.data?.org.name ?? ''}：${title}`, path: routes.power(org, code) })
  return (
    <Frame title={title} stale={page}>
      <Loaded resource={page} lines={12}>
        {data => <Item page={data} />}
      </Loaded>
    </Frame>
  )
}

function Item({ page }: { page: PowerItemPage }) {
  const { org, ref, item, responsible, guide } = page
  const me = useMe()
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: org.name, url: routes.home(org.code) },
          { label: '小微权力清单', url: routes.powers(org.code) },
          { label: ref.classLabel },
        ]}
      />
      <Heading level={1} className="title">
        {ref.name}
      </Heading>
      <Box as="p" className="lead">
        {ref.summary}
      </Box>
      {ref.off && <Txt className="state">{`! 不用：${ref.off}`}</Txt>}
      {isVillage(org) && me?.abilities.includes('workbench') && (
        <Box className="buttons">
          <Link
            className="button button--plain"
            label="照这个事项提出一件事"
            url={routes.openCase(org.code, ref.code)}
          />
        </Box>
      )}
      <Box className="cols">
        <Box>
          <Fact label="谁决定" value={deciders(item).join('、')} />
          <Fact label="谁负责" value={[ref.body, responsible].filter(Boolean).join('，')} />
          {guide ? <Guide guide={guide} own /> : <OwnRules page={page} />}
          <Section title="流程图">
            <Chart item={item} />
          </Section>
        </Box>
        <Box>
          <Negative lines={item.negative} />
          <Risks item={item} />
          <Basis basis={item.basis} />
          <Differences page={page} />
          <Box as="p" className="small section">
            {standingWords(page)}
          </Box>
        </Box>
      </Box>
    </>
  )
}

/** Shows time limit, papers, conditions and contacts of an item that nobody applies for. */
function OwnRules({ page: { item, contacts } }: { page: PowerItemPage }) {
  return (
    <>
      <Fact label="多久" value={item.totalLimit && `${sourcedLimit(item.totalLimit)}内办完`} />
      <CheckList title="要带什么" sign="□" lines={item.materials} />
      <CheckList title="什么条件" sign="·" lines={item.conditions} />
      {contacts.length > 0 && (
        <Section title="找谁">
          {contacts.map(contact => (
            <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
          ))}
        </Section>
      )}
    </>
  )
}

/** Shows differences from the model 和示范清单的不同, with reasons. */
function Differences({ page }: { page: PowerItemPage }) {
  const { ref, differences, model } = page
  if (ref.relation === 'adopted') return null
  return (
    <Section title={ref.relation === 'added' ? '自己加的事项' : `和${model.name}哪里不同`}>
      {ref.why && <Box as="p" className="small">{`为什么：${ref.why}`}</Box>}
      <Lines lines={differences} names={[model.name, '这里']} />
    </Section>
  )
}
