import { LINK_TEXTS } from '@shared/texts/links'
import type { LinkRelation } from '@shared/contract/catalogues/alignment'
import { Box, Press } from '../../../elements/dom'

interface Props {
  value: LinkRelation
  onChange: (relation: LinkRelation) => void
}

const RELATIONS = ['same', 'subset', 'successor'] as const

/** Selects the relation: same, part, former name. */
export function RelationSteps({ value, onChange }: Props) {
  return (
    <Box className="steps" role="group" label="是什么关系">
      {RELATIONS.map(relation => (
        <Press
          key={relation}
          role="radio"
          className={`step${relation === value ? ' step--on' : ''}`}
          label={`${relation === value ? '✓ ' : ''}${LINK_TEXTS[relation]}`}
          checked={relation === value}
          onPress={() => onChange(relation)}
        >
          {`${relation === value ? '✓ ' : ''}${LINK_TEXTS[relation]}`}
        </Press>
      ))}
    </Box>
  )
}
