import { termsIn } from '@shared/presentation/terms'
import type { NoticePage } from '@shared/contract/reading/site'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { routes } from '../../routes'

/** Shows explanations that are not part of the record: per head, compared with last period, glossary. */
export function Explained({ page: { presented, explained } }: { page: NoticePage }) {
  const terms = termsIn(presented.blocks)
  return (
    <>
      {explained && (
        <Section title="帮您看数">
          {explained.sentences.map(sentence => (
            <Box as="p" key={sentence}>
              {sentence}
            </Box>
          ))}
          {explained.last && (
            <Link label={`看${explained.last.periodLabel}的`} url={routes.notice(explained.last.id)} />
          )}
        </Section>
      )}
      {terms.length > 0 && (
        <Section title="名词解释">
          {terms.map(({ term, meaning, source }) => (
            <Box key={term} className="fact">
              <Box className="fact__label">{term}</Box>
              <Box className="fact__value">
                <Box>{meaning}</Box>
                <Box className="small">{`出处：${source}`}</Box>
              </Box>
            </Box>
          ))}
        </Section>
      )}
    </>
  )
}
