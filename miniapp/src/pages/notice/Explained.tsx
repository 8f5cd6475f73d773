import { termsIn } from '@shared/presentation/terms'
import type { NoticePage } from '@shared/contract/reading/site'
import { Link } from '../../components/controls/Link'
import { Fold } from '../../components/page/Fold'
import { Box, Heading } from '../../elements/dom'
import { routes } from '../../routes'

/** Shows what helps to read the figures 帮您看数: per head, and compared with the last period; not part of the record. */
export function Explained({ page: { explained } }: { page: NoticePage }) {
  if (!explained) return null
  return (
    <Box as="section" className="help">
      <Heading level={2} className="help__head">
        帮您看数
      </Heading>
      {explained.sentences.map(sentence => (
        <Box as="p" key={sentence}>
          {sentence}
        </Box>
      ))}
      {explained.last && (
        <Link label={`看${explained.last.periodLabel}的`} url={routes.notice(explained.last.id)} />
      )}
    </Box>
  )
}

/** Explains the terms 名词 of the record, with their sources. */
export function Terms({ page: { presented } }: { page: NoticePage }) {
  const terms = termsIn(presented.blocks)
  if (terms.length === 0) return null
  return (
    <Fold label="名词解释" note={terms.map(({ term }) => term).join('、')}>
      {terms.map(({ term, meaning, source }) => (
        <Box key={term} className="fact">
          <Box className="fact__label">{term}</Box>
          <Box className="fact__value">
            <Box>{meaning}</Box>
            <Box className="small">{`出处：${source}`}</Box>
          </Box>
        </Box>
      ))}
    </Fold>
  )
}
