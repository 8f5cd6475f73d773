/** Converts elements 公开内容 to one editable text and back, separated by 、 or a line break. */
export const elementsText = (elements: readonly string[]): string => elements.join('、')

export const elementsOf = (text: string): string[] =>
  text
    .split(/[、\n]/)
    .map(part => part.trim())
    .filter(Boolean)
