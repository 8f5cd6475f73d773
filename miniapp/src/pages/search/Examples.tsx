import { Section } from '../../components/page/Section'
import { Press, Txt } from '../../elements/dom'

/** Questions that the page answers 可以这样问; one press asks. */
const EXAMPLES = [
  '低保有几户，多少钱',
  '钱花在哪了',
  '账上还有多少钱',
  '工程到哪一步了',
  '高龄津贴怎么申请',
  '我家今年领了多少',
  '主任电话',
]

export const Examples = ({ onAsk }: { onAsk: (question: string) => void }) => (
  <Section title="可以这样问">
    {EXAMPLES.map(question => (
      <Press key={question} className="board-row" label={question} onPress={() => onAsk(question)}>
        <Txt className="board-row__main">{question}</Txt>
        <Txt decorative className="ic ic--next ic--small" />
      </Press>
    ))}
  </Section>
)
