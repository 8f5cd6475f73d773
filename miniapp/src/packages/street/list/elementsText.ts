/** Elements 公开内容 as one text for the eye and the keyboard, and back: parted by 、 or a line break. */
export const elementsText = (elements: readonly string[]): string => elements.join('、')

export const elementsOf = (text: string): string[] =>
  text
    .split(/[、\n]/)
    .map(part => part.trim())
    .filter(Boolean)
