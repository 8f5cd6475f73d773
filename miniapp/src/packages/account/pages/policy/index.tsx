import privacy from '@shared/facts/people/policies/privacy.json'
import terms from '@shared/facts/people/policies/terms.json'
import identity from '@shared/facts/people/policies/identity.json'
import retention from '@shared/facts/people/policies/retention.json'
import guide from '@shared/facts/people/privacyGuide.json'
import type { PolicyName } from '@shared/facts/people/policies/inForce'
import type { Meta } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Link } from '../../../../components/controls/Link'
import { Frame } from '../../../../components/page/Frame'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'

interface Text {
  title: string
  version: number
  date: string
  sections: readonly { title: string; paragraphs: readonly string[]; table?: string }[]
}

const TEXTS: Readonly<Record<PolicyName, Text>> = { privacy, terms, identity }

type Rows = readonly (readonly [name: string, text: string])[]

/** Tables that a section names, from the data that the console and the code are checked by. */
const TABLES: Readonly<Record<string, Rows>> = {
  collected: guide.collected.map(({ what, why }) => [what, why]),
  functions: guide.declared.map(({ kind, functions, why }) => [
    `${kind}（wx.${functions.join('、wx.')}）`,
    why,
  ]),
  kept: retention.kept.map(({ what, until }) => [what, until]),
}

const isPolicy = (name: string | undefined): name is PolicyName =>
  name !== undefined && Object.keys(TEXTS).includes(name)

/** Shows 隐私政策, 用户协议 or 身份信息单独同意书 with version and date; without a network too. */
export default function PolicyPage() {
  const { of } = useParams()
  const name = isPolicy(of) ? of : 'privacy'
  const text = TEXTS[name]
  const meta = useResource<Meta>('meta', () => api('GET /meta'))
  const operator = meta.data?.operator
  const filled = (words: string) =>
    words
      .replace('{operator}', operator?.name ?? '本服务的主办单位')
      .replace('{contact}', operator?.contact ?? '见“我的”页里的联系人')
  return (
    <Frame title={text.title} narrow>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          {text.title}
        </Heading>
        <Box as="p" className="small">{`第 ${text.version} 版，${text.date} 起施行`}</Box>
      </Box>
      {text.sections.map(({ title, paragraphs, table }) => (
        <Section key={title} title={title}>
          {paragraphs.map(words => (
            <Box as="p" key={words}>
              {filled(words)}
            </Box>
          ))}
          {table && <Listed rows={TABLES[table] ?? []} />}
        </Section>
      ))}
      <Others than={name} />
    </Frame>
  )
}

/** Links to the other texts, and back to where they are found. */
function Others({ than }: { than: PolicyName }) {
  const others = (Object.keys(TEXTS) as PolicyName[]).filter(name => name !== than)
  return (
    <Section title="再看看" unprinted>
      <Box className="buttons">
        {others.map(name => (
          <Link
            key={name}
            className="button button--plain"
            label={TEXTS[name].title}
            url={routes.policy(name)}
          />
        ))}
        <Link className="button button--plain" label="回“我的”" url={routes.mine()} />
      </Box>
    </Section>
  )
}

function Listed({ rows }: { rows: Rows }) {
  return (
    <>
      {rows.map(([name, words]) => (
        <Box key={name} className="row">
          <Box className="row__main">
            <Txt className="row__title">{name}</Txt>
            <Txt className="row__meta">{words}</Txt>
          </Box>
        </Box>
      ))}
    </>
  )
}
