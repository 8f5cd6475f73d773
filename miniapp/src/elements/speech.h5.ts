/** Browser version of speech.ts. */
export const canSpeak = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window

const CALM = 0.9

/** Speaks one sentence; true once it is complete. */
export function speak(text: string): Promise<boolean> {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = 'zh-CN'
  utterance.rate = CALM
  return new Promise(resolve => {
    utterance.onend = () => resolve(true)
    utterance.onerror = () => resolve(false)
    window.speechSynthesis.speak(utterance)
  })
}

export const silence = (): void => window.speechSynthesis.cancel()
