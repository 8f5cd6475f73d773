import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'

/** The reply 答复书 as far as it is written, a paragraph a line; nothing before it is. */
export function Reply({ text }: { text: string }) {
  if (text === '') return null
  return (
    <Section title="答复书">
      {text.split('\n').map((line, at) => (
        <Box as="p" key={at}>
          {line}
        </Box>
      ))}
    </Section>
  )
}
