import type { Household, OwnLine } from '@shared/contract/reading/household'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { Gate } from '../../../../components/account/Gate'

type Person = Household['people'][number]

/** Shows my household 我家的: only the reader's own lines of published lists, through the years. */
export default function HouseholdPage() {
  const me = useMe()
  const page = useResource<Household>(me && `household:${me.id}`, () => api('GET /me/household'), IN_WORK)
  return (
    <Frame title="我家的" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          我家的
        </Heading>
        <Box as="p" className="lead">
          公开过的补贴、救助、养老名单里，您家领了多少、哪一期领的。只有您自己看得到。
        </Box>
      </Box>
      <Gate error={page.error} why="要先知道您是谁，才能只把您家的给您看。">
        <Loaded resource={page}>
          {({ people }) =>
            people.length === 0 ? (
              <>
                <EmptyState title="还没有认证" text="认证是本村（社区）人以后，这里会列出您家的。" />
                <Link className="button" label="我是本村人" url={routes.residence()} />
              </>
            ) : (
              people.map(person => <OnePerson key={person.claimId} person={person} />)
            )
          }
        </Loaded>
      </Gate>
    </Frame>
  )
}

function OnePerson({ person: { orgName, name, relationLabel, sentence, lines } }: { person: Person }) {
  return (
    <Section title={relationLabel ? `${orgName} ${name}（${relationLabel}代看）` : `${orgName} ${name}`}>
      <Box as="p">{sentence}</Box>
      {lines.map(line => (
        <OneLine key={`${line.noticeId}${line.scheme}`} line={line} />
      ))}
    </Section>
  )
}

function OneLine({ line: { noticeId, periodLabel, scheme, standard, persons, amount } }: { line: OwnLine }) {
  const meta = [periodLabel, standard, `${persons} 人`].filter(Boolean).join(' · ')
  return (
    <Link className="row" label={`${scheme}，${meta}，${amount}元`} url={routes.notice(noticeId)}>
      <Txt className="row__main">
        <Txt className="row__title">{scheme}</Txt>
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      <Txt className="row__side">{`${amount}元`}</Txt>
    </Link>
  )
}
