import { SwitchRow } from '../../components/form/SwitchRow'
import { Box, Press } from '../../elements/dom'
import { changeSettings, settings, useReading } from '../../state/settings'
import { useStore } from '../../state/store'
import { ELDER_LEAST, TEXT_STEPS } from '../../state/textSize'

/** Edits 长辈版 and the text size, stored on this phone. */
export function ReadingSettings() {
  const { elder, text } = useStore(settings)
  const { size } = useReading()
  const steps = TEXT_STEPS.filter(step => !elder || step >= ELDER_LEAST)
  return (
    <>
      <Box role="group" label="正文字号">
        <Box as="p" className="small section">
          {text === null ? '正文字号：跟随手机设置' : `正文字号：${text}`}
        </Box>
        <Box className="steps">
          <Step label="跟随手机" on={text === null} onPress={() => changeSettings({ text: null })} />
          {steps.map(step => (
            <Step
              key={step}
              label={String(step)}
              on={text !== null && size === step}
              onPress={() => changeSettings({ text: step })}
            />
          ))}
        </Box>
      </Box>
      <SwitchRow
        label="长辈版"
        text="字大、按钮大，没有弹窗和打扰"
        on={elder}
        onChange={on => changeSettings({ elder: on, text: null })}
      />
    </>
  )
}

function Step({ label, on, onPress }: { label: string; on: boolean; onPress: () => void }) {
  return (
    <Press
      className={`step${on ? ' step--on' : ''}`}
      role="radio"
      label={`字号 ${label}`}
      checked={on}
      onPress={onPress}
    >
      {on ? `✓ ${label}` : label}
    </Press>
  )
}
