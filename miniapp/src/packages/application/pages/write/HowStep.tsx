import { FORMS, ROUTES_HOME } from '@shared/facts/participation/applicationRules'
import { Button } from '../../../../components/controls/Button'
import { Choices } from '../../../../components/controls/Choices'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import type { AskedDraft } from './draft'

interface Props {
  draft: AskedDraft
  onChange: (draft: AskedDraft) => void
  onBack: () => void
  onNext: () => void
}

const named = (facts: readonly { code: string; label: string }[]) =>
  facts.map(({ code, label }) => ({ value: code, label }))

/** Step 2 怎么给您: in which form, by which way. */
export function HowStep({ draft, onChange, onBack, onNext }: Props) {
  return (
    <>
      <Section title="要什么样的">
        <Choices
          label="要什么样的"
          options={named(FORMS)}
          value={draft.form}
          onChange={form => onChange({ ...draft, form: form as AskedDraft['form'] })}
        />
      </Section>
      <Section title="怎么拿">
        <Choices
          label="怎么拿"
          options={named(ROUTES_HOME)}
          value={draft.way}
          onChange={way => onChange({ ...draft, way: way as AskedDraft['way'] })}
        />
      </Section>
      <Box as="p" className="small">
        没有您要的样子时，会给您电子的，或者请您来查阅、抄录。都不收费。
      </Box>
      <Box className="buttons">
        <Button wide label="下一步：您是谁" onPress={onNext} />
        <Button look="plain" label="回到要什么" onPress={onBack} />
      </Box>
    </>
  )
}
